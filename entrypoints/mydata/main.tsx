import '../../src/ui/style.css'
import '../../src/ui/mydata/style.css'
import { MyDataApp } from '../../src/app/MyDataApp.tsx'
import { showApp } from '../../src/app/showApp.tsx'

void showApp(() => <MyDataApp />)
