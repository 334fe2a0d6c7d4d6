import '../../src/ui/style.css'
import { JoinApp } from '../../src/app/JoinApp.tsx'
import { showApp } from '../../src/app/showApp.tsx'

void showApp((windowId) => <JoinApp query={new URLSearchParams(location.search)} windowId={windowId} />)
