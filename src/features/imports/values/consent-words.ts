/** Words are in English, Spanish, French, German, Portuguese, Italian, Dutch, Swedish, Polish and Turkish, folded. */

/** Somebody agrees to something. */
export const CONSENT = setOf(
  'consent consents consented permission permissions authorize authorise authorized authorised authorization authorisation agree agrees agreed agreement release releases released ferpa gdpr approve approval ok okay signed accept',
  'consentimiento consiento autoriza autorizas autorizo autorizacion acepta aceptas acepto permiso',
  'consentement consens autorisation autorise autorisez acceptez accepte accord rgpd',
  'einwilligung willige einwilligen zustimmung stimme zu einverstandnis einverstanden erlaube erlaubnis dsgvo',
  'consentimento autorizacao autorizo autoriza aceita aceito concordo lgpd',
  'consenso acconsente acconsento autorizzo autorizza autorizzazione accetto accetta liberatoria',
  'toestemming akkoord instemming avg',
  'samtycke samtycker samtykke medgivande zgoda zgadzam zgody wyrazam izin izni onay onayi',
)
/** Something is given to others. */
export const SHARING = setOf(
  'share shares shared sharing disclose disclosed disclosure release released visible passed forwarded',
  'compartir compartan comparta compartida compartido compartidos compartidas ceder cesion cedidos facilitar',
  'partage partages partager partagee partagees partagions diffusion diffuser transmettre transmission transmises transmis transmise communiquees communique communiquer',
  'weitergabe weitergeben weitergegeben teilen geteilt freigabe freigeben ubermittlung weitergeleitet weiterleiten weitergereicht',
  'compartilhar compartilhamento compartilhado compartilhados partilhar partilha partilhado partilhados divulgar',
  'condivisione condividere condiviso condivisi comunicazione',
  'delen gedeeld deelt dela delas delning dele deling udostepnienie udostepniania paylasim paylasimi paylasma paylasilmasi',
)
export const PROFILE = setOf(
  'profile profiles profil profils perfil perfis profilo profielen profiel profilu',
)
export const CONTACT = setOf(
  'contact contacts email e mail phone telephone mobile coordinates',
  'contacto contactos correo telefono coordonnees courriel telephone kontakt kontaktdaten kontaktangaben telefon',
  'contato contatos contactos telefone contatti contatto recapiti recapito contactgegevens contactinformatie',
  'kontaktuppgifter kontaktinfo kontaktowe kontaktowych iletisim',
)
/** Words for data of any kind. What is shared is clear only next to a word for sharing. */
export const ANY_DATA = setOf(
  'information info data details record records datos informacion donnees informations daten angaben dados informacoes dati informazioni gegevens uppgifter danych',
)
/** Those who receive the data. */
export const SHOWN_TO = setOf(
  'employer employers organization organizations organisation organisations host hosts site sites company companies nonprofits partners agencies',
  'empresas empresa organizaciones entidades entreprises employeurs organismes unternehmen betriebe organisationen arbeitgeber organizacoes',
  'aziende organizzazioni bedrijven organisaties foretag firmom',
)
export const DAY = setOf(
  'date dated datetime day timestamp time on datum dato fecha data am vom le el du der del tarihi dnia dia den giorno',
)
/** Words for the form or source of consent. They count only next to another word of consent. */
export const FORM = setOf(
  'form source version formulaire formulario formular modulo formulier formulaer bogen formato fuente quelle fonte origem',
)
/** The consent is about something else, or is refused. */
export const SOMETHING_ELSE = setOf(
  'not dont never no hold block blocked restrict restriction restricted withhold confidential opt out decline nicht keine kein nao pas ne non geen nie',
  'photo photos photograph image images picture video videos media foto fotos imagen imagem imagens bild bilder bildrechte immagine',
  'emergency parent parents guardian guardians urgence notfall emergencia eltern padres pais genitori',
  'marketing newsletter sms text texts contacted call called mailing list linkedin directory',
  'resume resumes cv transcript transcripts grades grade background check medical health drug criminal',
  'terms conditions policy policies privacy datenschutz cookies handbook liability waiver risk academic',
  'phase press software sign',
)

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((words) => words.split(' ')))
}
