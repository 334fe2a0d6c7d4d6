import '../../src/ui/style.css'
import '../../src/ui/corner/question.css'
import { PanelApp } from '../../src/app/PanelApp.tsx'
import { showApp } from '../../src/app/showApp.tsx'

void showApp((windowId) => <PanelApp windowId={windowId} />)
