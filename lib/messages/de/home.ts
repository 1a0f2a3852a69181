import type { Messages } from '../index'
import type { PartialMessages } from '../mergeMessages'

export const home: PartialMessages<Messages['home']> = {
  title: 'Auf Daten rechnen, die Sie nie zu sehen bekommen',
  lead: 'Die Daten bleiben bei ihrem Besitzer. Ihr Algorithmus reist zu ihnen, rechnet abgeschottet, und nur das Ergebnis kommt zurück, auf diese Seite.',
  steps: {
    title: 'So geht es',
    publish: 'Alice veröffentlicht einen Datensatz und einen Algorithmus.',
    allow: 'Sie sagt, welche Algorithmen auf den Daten rechnen dürfen.',
    acquire: 'Bob bekommt je ein Zugangstoken.',
    compute: 'Er startet einen Auftrag. Die Daten bewegen sich nicht.',
    monitor: 'Er sieht zu und sieht das Ergebnis.',
  },
  roles: {
    title: 'Hier beginnen',
    alice: {
      title: 'Ich habe Daten oder einen Algorithmus',
      body: 'Veröffentlichen, festlegen, was darauf rechnen darf, Zugang vergeben.',
      action: 'Veröffentlichen',
      local: 'Als Alice beginnen',
    },
    bob: {
      title: 'Ich will ein Ergebnis',
      body: 'Datensatz finden, erlaubten Algorithmus wählen, starten.',
      action: 'Datensatz finden',
      local: 'Als Bob beginnen',
    },
    connected: (name) => `Sie sind als ${name} verbunden.`,
  },
  state: {
    title: 'Zustand des Netzes',
    index: 'Verzeichnis',
    checking: 'wird gefragt',
    up: 'antwortet',
    down: 'antwortet nicht',
    behind: (blocks) => (blocks === 1 ? '1 Block zurück' : `${blocks} Blöcke zurück`),
    block: (number) => `Block ${number}`,
    version: (version) => `Version ${version}`,
    fix: 'Starten Sie es, oder berichtigen Sie die Adresse in der Konfiguration. Diese Seite sieht von selbst wieder nach.',
  },
  latest: {
    title: 'Neueste Angebote',
    loading: 'Das Verzeichnis wird nach den neuesten Angeboten gefragt',
    all: 'Alle Angebote',
    empty: 'Noch ist nichts veröffentlicht',
    emptyBody:
      'Veröffentlichen Sie das Beispiel in einer Minute: 225 Punkte und ein Algorithmus, der ihre Fläche lernt.',
    emptyAction: 'Das Beispiel veröffentlichen',
    unreachable: 'Das Verzeichnis antwortet nicht; die neuesten Angebote sind unbekannt.',
    dataset: 'Datensatz',
    algorithm: 'Algorithmus',
    by: (author) => `von ${author}`,
  },
  jobs: {
    title: 'Ihre Aufträge',
    loading: 'Die Provider werden nach Ihren Aufträgen gefragt',
    all: 'Alle Aufträge',
    lead: 'Aufträge des verbundenen Kontos, über alle Provider.',
    connect: 'Verbinden Sie eine Wallet, um Ihre Aufträge zu sehen.',
    empty: 'Noch keine Aufträge.',
    partly: (provider) => `${provider} antwortet nicht; seine Aufträge fehlen hier.`,
    unreachable: 'Kein Provider hat geantwortet; Ihre Aufträge sind unbekannt.',
  },
}
