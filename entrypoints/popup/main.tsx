import '../../src/ui/style.css'
import { PopupApp } from '../../src/app/PopupApp.tsx'
import { showApp } from '../../src/app/showApp.tsx'

void showApp((windowId) => <PopupApp windowId={windowId} />)
