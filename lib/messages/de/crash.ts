/** For the page that stands in when not even the frame of the app could be shown. Loaded apart from all other words. */
export const crash: typeof import('../en/crash').crash = {
  title: 'Die Seite ist abgestürzt',
  body: 'Das liegt nicht an Ihnen, und nichts wurde gesendet. Was Sie eingegeben haben, ist in diesem Browser gespeichert.',
  reload: 'Neu laden',
  home: 'Startseite',
  details: 'Einzelheiten',
}
