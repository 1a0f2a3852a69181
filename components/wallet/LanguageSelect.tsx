'use client'
import { useRouter } from 'next/navigation'
import { useUiWords } from '@/components/ui/UiWords'
import { localeCookie, locales } from '@/lib/messages/parseLocale'
import { useMessages } from '@/lib/messages/useMessages'
import classes from './LanguageSelect.module.css'

/** Keeps the chosen language in a cookie, so that the server writes pages in it. */
export function LanguageSelect() {
  const { common } = useMessages()
  const { locale } = useUiWords()
  const router = useRouter()
  return (
    <select
      className={classes.select}
      aria-label={common.language}
      value={locale}
      onChange={(event) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
        document.cookie = `${localeCookie}=${event.currentTarget.value}; path=/; max-age=31536000; samesite=lax`
        router.refresh()
      }}
    >
      {locales.map((each) => (
        <option key={each} value={each} lang={each}>
          {common.languages[each]}
        </option>
      ))}
    </select>
  )
}
