import '../../src/ui/style.css'
import { OptionsApp } from '../../src/app/OptionsApp.tsx'
import { showApp } from '../../src/app/showApp.tsx'

void showApp((windowId) => <OptionsApp windowId={windowId} />)
