import { damageIsTold, typosAreTold } from './typo-properties.ts';

typosAreTold({ season: 150, others: 3000 });
damageIsTold(10_000);
