import { describeCases } from './describe-cases'

describeCases({ ofGrowth: false })
