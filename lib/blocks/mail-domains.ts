/** Mail services where everybody may have an address: a whole one is never blocked. */
const shared = new Set(
  `gmail.com googlemail.com outlook.com outlook.fr outlook.de outlook.be hotmail.com hotmail.fr hotmail.de hotmail.be
  hotmail.co.uk hotmail.it hotmail.es live.com live.fr live.be live.nl live.co.uk msn.com windowslive.com
  yahoo.com yahoo.fr yahoo.de yahoo.co.uk yahoo.it yahoo.es ymail.com rocketmail.com aol.com aol.de aim.com
  icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com
  gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr web.de t-online.de freenet.de posteo.de posteo.net mailbox.org arcor.de
  1und1.de vodafone.de online.de email.de mail.de
  orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr aliceadsl.fr club-internet.fr
  skynet.be telenet.be proximus.be scarlet.be voo.be
  ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl xs4all.nl home.nl upcmail.nl casema.nl chello.nl quicknet.nl
  btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net
  libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es bluewin.ch sunrise.ch hispeed.ch
  mail.ru yandex.ru yandex.com qq.com 163.com 126.com sina.com naver.com fastmail.com fastmail.fm zoho.com mail.com
  hey.com duck.com privaterelay.appleid.com relay.firefox.com mozmail.com simplelogin.com anonaddy.me`
    .split(/\s+/)
    .filter(Boolean),
);

export function isSharedDomain(domain: string): boolean {
  return shared.has(domain);
}
