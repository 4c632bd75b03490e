export type MailHouse = {
  dir: string;
  users: readonly string[];
  password: string;
  smtp: number;
  submission: number;
  imap: number;
  lmtp: number;
  sasl: number;
};

const host = "mx.marmelune.example";

/** Dovecot 2.3: mailboxes by IMAP, delivery by LMTP, and whether a login is right, for Postfix. */
export function dovecotConf({ dir, imap, lmtp, sasl }: MailHouse): string {
  const users = `username_format=%u ${dir}/users`;
  const folder = (name: string) => `mailbox ${name} {
    auto = subscribe
    special_use = \\${name}
  }`;
  return `base_dir = ${dir}/run
state_dir = ${dir}/run
instance_name = avant-${imap}
log_path = ${dir}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <${dir}/cert.pem
ssl_key = <${dir}/key.pem
mail_location = maildir:${dir}/mail/%d/%n
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
recipient_delimiter = +
hostname = ${host}
postmaster_address = postmaster@marmelune.example
passdb {
  driver = passwd-file
  args = ${users}
}
userdb {
  driver = passwd-file
  args = ${users}
  override_fields = uid=mail gid=mail home=${dir}/mail/%d/%n
}
namespace inbox {
  inbox = yes
  separator = /
  ${folder("Sent")}
  ${folder("Drafts")}
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtp}
  }
}
service auth {
  inet_listener {
    address = 127.0.0.1
    port = ${sasl}
  }
}
`;
}

/** Postfix 3.6 and later, beside another one on the machine: queue, data and log are of its own. */
export function mainCf({ dir, users, lmtp, sasl }: MailHouse, daemons: string): string {
  const domains = [...new Set(users.map((user) => user.split("@")[1]))];
  return `compatibility_level = 3.6
queue_directory = ${dir}/spool
data_directory = ${dir}/data
daemon_directory = ${daemons}
maillog_file = ${dir}/postfix.log
maillog_file_prefixes = ${dir}
multi_instance_name = postfix-avant
multi_instance_enable = yes
myhostname = ${host}
myorigin = marmelune.example
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
biff = no
alias_maps =
alias_database =
local_recipient_maps =
recipient_delimiter = +
virtual_mailbox_domains = ${domains.join(", ")}
virtual_mailbox_maps = texthash:${dir}/postfix/mailboxes
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
default_transport = error:5.1.2 nothing leaves this machine
relay_transport = error:5.1.2 nothing leaves this machine
relay_domains =
disable_dns_lookups = yes
smtp_host_lookup = native
smtpd_recipient_restrictions =
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_reject_unlisted_recipient = no
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${sasl}
smtpd_tls_cert_file = ${dir}/cert.pem
smtpd_tls_key_file = ${dir}/key.pem
smtpd_tls_security_level = may
smtputf8_enable = yes
`;
}

export function masterCf({ smtp, submission }: MailHouse): string {
  return `127.0.0.1:${smtp} inet n - n - - smtpd
127.0.0.1:${submission} inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}
