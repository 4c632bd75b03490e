import type { EmailConfig } from "@/lib/channels/email/config";

export type Provider = {
  authorizeUrl: string;
  tokenUrl: string;
  scopes: string;
  asked: Record<string, string>;
};

/** Where a mailbox's sign-in lives: two providers as they document it, any other as the settings say. */
export function providerOf(config: EmailConfig): Provider {
  const known = presets[config.access] ?? { authorizeUrl: "", tokenUrl: "", scopes: "", asked: {} };
  return {
    authorizeUrl: config.authorizeUrl || known.authorizeUrl,
    tokenUrl: config.tokenUrl || known.tokenUrl,
    scopes: config.scopes || known.scopes,
    asked: known.asked,
  };
}

const presets: { [access: string]: Provider } = {
  // developers.google.com/workspace/gmail/imap/xoauth2-protocol; without `offline` there is no refresh token.
  google: {
    authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenUrl: "https://oauth2.googleapis.com/token",
    scopes: "https://mail.google.com/",
    asked: { access_type: "offline", prompt: "consent" },
  },
  // learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
  microsoft: {
    authorizeUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    tokenUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/token",
    scopes:
      "offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
    asked: {},
  },
};

/** Their servers, for settings that name none. */
export const serversOf: { [access: string]: { imapHost: string; smtpHost: string } } = {
  google: { imapHost: "imap.gmail.com", smtpHost: "smtp.gmail.com" },
  microsoft: { imapHost: "outlook.office365.com", smtpHost: "smtp.office365.com" },
};
