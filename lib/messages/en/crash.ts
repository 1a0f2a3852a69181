/** For the page that stands in when not even the frame of the app could be shown. Loaded apart from all other words. */
export const crash = {
  title: 'The page broke',
  body: 'It is not your doing, and nothing was sent. What you had typed is kept in this browser.',
  reload: 'Load it again',
  home: 'Start page',
  details: 'Details',
}
