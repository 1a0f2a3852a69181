import { BraninFigure } from '@/components/home/BraninFigure'
import { Home } from '@/components/home/Home'
import { english } from '@/lib/messages'

export default function HomePage() {
  return <Home figure={<BraninFigure label={english.home.figure} />} />
}
