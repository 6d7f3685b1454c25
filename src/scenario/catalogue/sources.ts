/** The newspaper report that the published season comes from. */
export const NEWSPAPER = 'Yingkou newspaper report, Sept 2024';

/** The page on Yingkou's wind, fog, rain, ice and tide. */
export const YINGKOU_CLIMATE = 'https://bang.cn/article/137004.html';

/** The page with the storage tariffs of two Caofeidian terminals, 2018. */
export const CAOFEIDIAN_STORAGE = 'http://tymtjyzx.cn/info/43126.jspx';

/** The page with the older national port tariff. */
export const OLDER_TARIFF = 'http://www.sinoagent.com/art/2012/10/15/art_594_3418.html';

/** The 2022 notice on pilotage reductions and caps. */
export const PILOTAGE_NOTICE = 'http://m.tsimind.com/cf/2022/0303/18918.html';
