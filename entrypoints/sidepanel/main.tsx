import '../../src/ui/style.css'
import { PanelApp } from '../../src/app/PanelApp.tsx'
import { showApp } from '../../src/app/showApp.tsx'

void showApp(() => <PanelApp />)
