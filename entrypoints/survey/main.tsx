import '../../src/ui/style.css'
import '../../src/ui/survey/style.css'
import { SurveyApp } from '../../src/app/SurveyApp.tsx'
import { showApp } from '../../src/app/showApp.tsx'

void showApp(() => <SurveyApp />)
