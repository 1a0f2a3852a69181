import type { Messages } from '../index'

export const errors: Messages['errors'] = {
  spent: {
    no: 'Es wurde kein Geld ausgegeben.',
    maybe:
      'Vielleicht wurde eine Transaktion gesendet. Setzen Sie fort, um es zu erfahren: nichts wird zweimal gesendet.',
    yes: 'Die Transaktion steht in einem Block, und ihr Gas ist ausgegeben.',
    earlier:
      'Für diesen Schritt wurde nichts bezahlt. Was vorher getan wurde, bleibt gültig und wird nicht noch einmal bezahlt.',
  },
  unknown: {
    title: 'Etwas ist schiefgegangen',
    detail:
      'Die ursprüngliche Meldung steht unter Einzelheiten. Versuchen Sie es noch einmal, oder laden Sie die Seite neu: nichts wird zweimal gesendet.',
  },
  network: {
    title: 'Ein Dienst war nicht zu erreichen',
    detail: (host) =>
      `${host} hat nicht geantwortet. Prüfen Sie, ob er läuft und ob Sie mit dem Netz verbunden sind, und versuchen Sie es noch einmal.`,
    someService: 'Der Dienst',
  },
  timeout: {
    title: 'Ein Dienst hat zu lange für die Antwort gebraucht',
    detail: 'Vielleicht ist er ausgelastet. Versuchen Sie es gleich noch einmal.',
  },
  rpc: {
    title: 'Die Chain war nicht zu erreichen',
    detail: 'Der RPC-Dienst des Netzes hat nicht geantwortet. Versuchen Sie es gleich noch einmal.',
  },
  rejected: {
    title: 'Sie haben in Ihrer Wallet abgelehnt',
    detail: 'Für diesen Schritt wurde nichts gesendet. Setzen Sie fort, wenn Sie so weit sind.',
  },
  pendingRequest: {
    title: 'In Ihrer Wallet wartet schon eine Frage',
    detail: 'Öffnen Sie Ihre Wallet, beantworten Sie die Frage, und versuchen Sie es dann noch einmal.',
  },
  walletRequired: {
    title: 'Keine Wallet ist verbunden',
    detail: 'Verbinden Sie eine Wallet, und versuchen Sie es noch einmal.',
  },
  wrongChain: {
    title: 'Ihre Wallet ist in einem anderen Netz',
    detail: 'Wechseln Sie das Netz in Ihrer Wallet, und setzen Sie dann fort.',
  },
  accountChanged: {
    title: 'In Ihrer Wallet ist ein anderes Konto gewählt',
    detail: 'Das wurde mit einem anderen Konto begonnen. Wechseln Sie zurück, um weiterzumachen.',
  },
  insufficientGas: {
    title: 'Nicht genug Geld für Gas',
    detail:
      'Das Konto kann die Gebühr des Netzes für diese Transaktion nicht zahlen. Laden Sie es auf, und versuchen Sie es noch einmal.',
  },
  insufficientTokens: {
    title: 'Nicht genug Token',
    detail: 'Das Konto hat zu wenig von dem Token, das dieser Schritt braucht. Holen Sie mehr, und setzen Sie fort.',
  },
  insufficientAllowance: {
    title: 'Der Vertrag darf die Token noch nicht nehmen',
    detail: 'Die Erlaubnis fehlt oder ist zu klein. Setzen Sie fort, um sie neu zu geben.',
  },
  reverted: {
    title: 'Die Chain hat die Transaktion abgelehnt',
    detail: 'Ein Vertrag hat Nein gesagt. Der Grund steht unter Einzelheiten.',
  },
  replaced: {
    title: 'Die Transaktion wurde in der Wallet abgebrochen oder ersetzt',
    detail:
      'Eine andere hat ihren Platz eingenommen, der Schritt ist also nicht geschehen. Machen Sie weiter, um sie erneut zu senden.',
  },
  dropped: {
    title: 'Das Netzwerk hat die Transaktion verworfen',
    detail:
      'Sie wurde nie aufgenommen und hat nichts gekostet. Machen Sie weiter, um sie erneut zu senden, vielleicht mit höherer Gebühr.',
  },
  sendFailed: {
    title: 'Die Wallet konnte die Transaktion nicht übergeben',
    detail:
      'Ihre Verbindung zur Chain ist gescheitert. Machen Sie weiter: Zuerst wird die Chain gefragt, ob die Transaktion hinausging; zweimal gesendet wird sie nicht.',
  },
  walletLocked: {
    title: 'Ihre Wallet ist gesperrt',
    detail: 'Entsperren Sie sie und machen Sie dann weiter. Für diesen Schritt wurde nichts gesendet.',
  },
  eventMissing: {
    title: 'Die Transaktion hat nicht getan, was sie sollte',
    detail:
      'Sie steht in einem Block, aber das erwartete Ereignis fehlt. Prüfen Sie die Adressen, bevor Sie fortsetzen.',
  },
  providerRefused: {
    title: 'Der Provider hat die Anfrage abgelehnt',
    detail: (reason) => `Er sagte: ${reason} Prüfen Sie Ihre Angaben; stimmen sie, sagen Sie es dem Betreiber.`,
  },
  badRequest: {
    title: 'Ein Dienst hat nicht angenommen, was gesendet wurde',
    detail: (reason) => `Er sagte: ${reason} Prüfen Sie Ihre Angaben; stimmen sie, sagen Sie es dem Betreiber.`,
  },
  unexpected: {
    title: 'Ein Dienst hat so geantwortet, dass diese App es nicht versteht',
    detail: (host) =>
      `Auf ${host} läuft vielleicht eine andere Version, oder etwas steht dazwischen. Versuchen Sie es noch einmal; bleibt es so, sagen Sie es dem Betreiber. Die Antwort steht unter Einzelheiten.`,
  },
  helperRights: {
    title: 'Das Angebot ist veröffentlicht, gehört aber nicht Ihnen allein',
    detail:
      'Ein Hilfsvertrag hat Rechte daran behalten. Benutzen oder verkaufen Sie es nicht; verwerfen Sie diesen Lauf, und veröffentlichen Sie noch einmal in zwei Transaktionen.',
  },
  assetMismatch: {
    title: 'Der Index beschreibt etwas anderes',
    detail:
      'Was er sagt, passt nicht zur Chain; darum wurde Ihre Wallet nicht gefragt. Lassen Sie diesen Eintrag liegen, und sagen Sie es dem Betreiber des Index.',
  },
  notIndexed: {
    title: 'Das Verzeichnis zeigt das Angebot noch nicht',
    detail:
      'Es steht sicher auf der Chain. Das Verzeichnis hängt nach: setzen Sie fort, um darauf zu warten. Veröffentlichen Sie nicht noch einmal.',
  },
  invalidAsset: {
    title: 'Die Beschreibung ist nicht gültig',
    detail: (reason) => `Das Verzeichnis würde sie ablehnen: ${reason}`,
  },
  assetNotFound: {
    title: 'Dieses Angebot gibt es nicht',
    detail: 'Weder das Verzeichnis noch diese App kennt es. Prüfen Sie die Kennung und das Netz.',
  },
  notOwner: {
    title: 'Dieses Konto darf das nicht',
    detail:
      'Das darf nur der Besitzer oder jemand, dem der Besitzer die Rolle gegeben hat. Wechseln Sie zu diesem Konto.',
  },
  fileUnreachable: {
    title: 'Der Provider kann die Datei nicht erreichen',
    detail: 'Prüfen Sie die Adresse. Der Provider muss sie erreichen können, nicht nur Ihr Browser.',
  },
  notAllowed: {
    title: 'Dieser Algorithmus ist auf diesem Datensatz nicht erlaubt',
    detail:
      'Der Besitzer des Datensatzes entscheidet. Wählen Sie einen anderen Algorithmus, oder fragen Sie den Besitzer.',
  },
  checksumDrift: {
    title: 'Der Algorithmus hat sich geändert, seit er erlaubt wurde',
    detail:
      'Seine festgehaltene Prüfsumme ist eine andere als die jetzige. Der Besitzer des Datensatzes muss ihn wieder erlauben.',
  },
  orderInvalid: {
    title: 'Die Bestellung gilt nicht mehr',
    detail: 'Sie ist abgelaufen oder gehört zu etwas anderem. Setzen Sie fort, um sie zu erneuern.',
  },
  environmentBusy: {
    title: 'Die Umgebung hat gerade keinen Platz',
    detail: 'Ihre Warteschlange ist voll. Warten Sie, bis ein Auftrag endet, oder wählen Sie eine andere Umgebung.',
  },
  nonce: {
    title: 'Der Provider hat schon eine neuere Anfrage gesehen',
    detail: 'Zwei Anfragen haben sich gekreuzt. Versuchen Sie es noch einmal.',
  },
  dispenserEmpty: {
    title: 'Der Spender gibt jetzt nichts',
    detail: 'Er ist aus, leer, oder Sie haben schon genug. Bitten Sie den Besitzer um Token.',
  },
  aborted: {
    title: 'Angehalten',
    detail: 'Sie haben das angehalten. Setzen Sie fort, wann Sie wollen: nichts wird zweimal gesendet.',
  },
  otherTab: {
    title: 'Das läuft schon in einem anderen Tab',
    detail: 'Gehen Sie zu diesem Tab, oder schließen Sie ihn, und versuchen Sie es hier noch einmal.',
  },
  pending: {
    title: 'Die Transaktion wartet noch auf einen Block',
    detail:
      'Das Netz ist langsam, oder die Gebühr ist niedrig. Kommen Sie später wieder und setzen Sie fort: sie wird nicht noch einmal gesendet.',
  },
  assetUnavailable: {
    title: 'Der Besitzer hat dieses Angebot zurückgezogen',
    detail: 'Es kann nicht mehr bestellt oder verwendet werden.',
  },
  checksumMissing: {
    title: 'Der Algorithmus lässt sich nicht festlegen',
    detail:
      'Der Provider hat für seine Datei keine Prüfsumme gegeben: sie ist nicht erreichbar oder zu groß. Es wurde nichts geändert.',
  },
  datatokenUnavailable: {
    title: 'Es ist kein Zugangstoken zu haben',
    detail: 'Das Konto hat keines, und keines wird verschenkt oder verkauft. Bitten Sie den Herausgeber um eines.',
  },
  orderNotRecognised: {
    title: 'Der Provider kennt eine bezahlte Bestellung noch nicht',
    detail: 'Mehr wurde nicht gezahlt. Warten Sie eine Minute, bis er sie kennt, und setzen Sie dann fort.',
  },
  priceChanged: {
    title: 'Der Preis hat sich geändert',
    detail:
      'Es würde mehr kosten als gezeigt; darum wurde nichts gesendet. Sehen Sie den neuen Preis an, und entscheiden Sie neu.',
  },
  environmentMissing: {
    title: 'Die Umgebung gibt es nicht mehr',
    detail: 'Wählen Sie eine andere Umgebung.',
  },
  jobOutcomeUnknown: {
    title: 'Ob der Auftrag gestartet ist, ist nicht bekannt',
    detail:
      'Die Bestellungen gelten weiter. Setzen Sie fort: zuerst wird nach dem Auftrag gesehen, und nichts wird zweimal gezahlt.',
  },
  computeUnsupported: {
    title: 'Dieser Provider führt keine Aufträge aus',
    detail: 'Das Angebot liegt bei einem Provider, der nicht rechnet. Wählen Sie ein anderes.',
  },
  serviceFailed: {
    title: 'Ein Dienst ist gescheitert',
    detail:
      'Der Fehler liegt bei ihm. Versuchen Sie es gleich noch einmal; bleibt es dabei, sagen Sie es seinem Betreiber.',
  },
  quote: {
    title: 'Das Preisangebot des Providers passt nicht zur Anfrage',
    detail:
      'Es wurde nichts gezahlt. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es dem Betreiber des Providers.',
  },
  computeRefused: { title: 'Der Provider nimmt diesen Auftrag nicht an' },
  compute: {
    requestIncomplete: 'In der Anfrage fehlt etwas. Prüfen Sie den Algorithmus und seine Parameter.',
    assetMissing:
      'Er findet eines der Angebote nicht in seinem Verzeichnis. Warten Sie ein wenig, oder prüfen Sie, ob es aktiv ist.',
    filesUnavailable: 'Er erreicht die Dateien eines Angebots nicht. Dessen Besitzer muss die Adresse berichtigen.',
    notAnAlgorithm: 'Was als Algorithmus gewählt wurde, ist keiner. Wählen Sie einen anderen.',
    credentials:
      'Dieses Konto steht nicht auf der Liste derer, die das Angebot verwenden dürfen. Fragen Sie den Besitzer.',
    serviceMissing: 'Diesen Dienst hat das Angebot nicht mehr. Laden Sie die Seite neu.',
    serviceUnfit: 'Auf diesem Angebot kann nicht gerechnet werden. Wählen Sie ein anderes.',
    otherProvider: 'Die Angebote liegen bei verschiedenen Providern. Wählen Sie welche bei demselben Provider.',
    rawAlgorithmForbidden: 'Der Datensatz nimmt nur veröffentlichte Algorithmen. Veröffentlichen Sie Ihren zuerst.',
    publisherNotTrusted:
      'Der Besitzer des Datensatzes traut dem Herausgeber dieses Algorithmus nicht. Fragen Sie ihn, oder wählen Sie einen anderen.',
    algorithmNotTrusted:
      'Der Besitzer des Datensatzes hat diesen Algorithmus nicht erlaubt. Fragen Sie ihn, oder wählen Sie einen anderen.',
    trustListBroken:
      'Die Liste der erlaubten Algorithmen des Datensatzes ist beschädigt. Sein Besitzer muss sie neu speichern.',
    algorithmFilesChanged:
      'Die Datei des Algorithmus hat sich geändert, nachdem er erlaubt wurde. Der Besitzer des Datensatzes muss ihn wieder erlauben.',
    algorithmImageChanged:
      'Das Image des Algorithmus hat sich geändert, nachdem er erlaubt wurde. Der Besitzer des Datensatzes muss ihn wieder erlauben.',
    orderInvalid: 'Eine Bestellung fehlt oder ist abgelaufen. Setzen Sie fort, um sie zu erneuern.',
    algorithmOrderInvalid:
      'Die Bestellung des Algorithmus ist aufgebraucht oder noch nicht auf der Chain. Setzen Sie fort, um sie zu erneuern.',
    containerIncomplete:
      'Das Image des Algorithmus ist nicht vollständig beschrieben. Sein Herausgeber muss es berichtigen.',
    feesNotPaid: 'Die Rechengebühr ist nicht gezahlt. Setzen Sie fort, um sie zu zahlen.',
    validityInvalid: 'Die gewünschte Zeit ist vorbei oder zu kurz. Wählen Sie sie neu.',
    environmentMissing: 'Die Umgebung gibt es nicht mehr. Wählen Sie eine andere.',
    orderInUse:
      'Die Bestellung gehört zu einem anderen Auftrag, der noch läuft. Warten Sie auf ihn, oder bestellen Sie neu.',
    notConsumable: 'Eines der Angebote hat sein Besitzer zurückgezogen oder gesperrt.',
    unknown: 'Der Grund steht unter Einzelheiten.',
  },
  reverts: {
    withReason: (reason) => `Der Vertrag hat gesagt: ${reason}`,
    datatokenMissing: 'Das Konto hat kein Zugangstoken. Holen Sie eines, und setzen Sie fort.',
    quoteInvalid:
      'Das Preisangebot des Providers ist abgelaufen oder nicht von ihm unterschrieben. Setzen Sie fort, um ein neues zu holen.',
    allowanceMissing: 'Der Vertrag darf die Token noch nicht nehmen. Setzen Sie fort, um es zu erlauben.',
    balanceTooLow: 'Das Konto hat zu wenig von diesem Token.',
    tokenTakesFee:
      'Das Token, in dem gezahlt wird, behält von jeder Zahlung einen Teil ein; das nehmen diese Verträge nicht an.',
    batchTooLarge: 'Zu viele Bestellungen auf einmal. Nehmen Sie weniger Angebote zusammen.',
    dispenserInactive: 'Der Besitzer hat den Spender ausgeschaltet. Bitten Sie um ein Token.',
    dispenserLimit: 'Der Spender gibt weniger Token auf einmal.',
    alreadyHolding: 'Das Konto hat schon so viele Token, wie der Spender erlaubt. Verbrauchen Sie diese zuerst.',
    dispenserEmpty: 'Der Spender ist leer. Bitten Sie den Besitzer, ihn zu füllen.',
    onlyTogether:
      'Dieses Token ist nur zusammen mit einer Bestellung zu haben. Beginnen Sie auf der Seite des Datensatzes.',
    zeroAmount: 'Die Menge muss größer als null sein.',
    dispenserExists: 'Für dieses Token gibt es schon einen Spender.',
    notPriceOwner: 'Den Preis darf nur ändern, wer ihn festgelegt hat.',
    wrongContract:
      'Ein Vertrag wurde von etwas aufgerufen, das er nicht erwartet. Prüfen Sie die eingestellten Adressen.',
    exchangeMissing: 'Das Verkaufsangebot gibt es nicht mehr.',
    priceRose:
      'Der Preis ist über das gestiegen, was Sie angenommen haben. Sehen Sie den neuen Preis an, und entscheiden Sie neu.',
    soldOut: 'Zu diesem Preis sind keine Zugangstoken mehr da.',
    feeOutOfRange: 'Die Marktgebühr liegt außerhalb dessen, was der Vertrag erlaubt.',
    priceInvalid: 'Der Preis oder das Token, in dem gezahlt wird, wird nicht angenommen.',
    exchangeExists: 'Für dieses Token gibt es schon ein Verkaufsangebot.',
    foreignExchange: 'Das Verkaufsangebot gehört zu einem anderen Token.',
    notMetadataUpdater: 'Dieses Konto darf die Beschreibung nicht ändern. Wechseln Sie zum Besitzer.',
    notOwner: 'Diesem Konto gehört das Daten-NFT nicht. Wechseln Sie zum Besitzer.',
    notDeployer: 'Dieses Konto darf für dieses Daten-NFT keine Zugangstoken anlegen.',
    notMinter: 'Dieses Konto darf keine Zugangstoken erzeugen. Wechseln Sie zum Besitzer.',
    capReached: 'Die höchste mögliche Zahl von Token ist erzeugt.',
    alreadyMinter: 'Jenes Konto darf schon Token erzeugen.',
    notTransferable: 'Dieses Konto kann dieses Daten-NFT nicht weitergeben.',
    cannotHoldNft: 'Der empfangende Vertrag kann kein Daten-NFT halten.',
    proofInvalid:
      'Der Nachweis, dass die Beschreibung geprüft ist, wird nicht angenommen. Setzen Sie fort, um einen neuen zu holen.',
    templateUnavailable: 'Die Vertragsvorlage fehlt in diesem Netz oder ist ausgeschaltet.',
    publishIncomplete: 'Die Transaktion zum Veröffentlichen passt nicht zu den Verträgen dieses Netzes.',
    permitInvalid:
      'Die unterschriebene Erlaubnis ist abgelaufen oder passt nicht. Setzen Sie fort, um eine neue zu unterschreiben.',
    batchFailed: 'Einer der zusammengefassten Aufrufe ist gescheitert; darum ist keiner geschehen.',
    administration: 'Das dürfen nur die Verwalter der Verträge.',
    unknown: 'Ein Vertrag hat Nein gesagt. Der Grund steht unter Einzelheiten.',
  },
  jobNotFound: {
    title: 'Diesen Auftrag gibt es nicht',
    detail: 'Der Provider kennt ihn nicht, oder er gehört zu einem anderen Konto.',
  },
}
