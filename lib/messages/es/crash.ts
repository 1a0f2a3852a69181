/** For the page that stands in when not even the frame of the app could be shown. Loaded apart from all other words. */
export const crash: typeof import('../en/crash').crash = {
  title: 'La página ha fallado',
  body: 'No es culpa tuya y no se ha enviado nada. Lo que habías escrito se guarda en este navegador.',
  reload: 'Cargar de nuevo',
  home: 'Página de inicio',
  details: 'Detalles',
}
