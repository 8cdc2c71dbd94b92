// Names, places and banks of the sample's legal entities: data alone. The companies are made up.

export interface City {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  /** The first six digits of credit codes there, the area code of its phones, a district and a street. */
  readonly division: string;
  readonly areaCode: string;
  readonly street: string;
}

const city = (
  code: string,
  name: string,
  nameZh: string,
  division: string,
  areaCode: string,
  street: string,
): City => ({
  code,
  name,
  nameZh,
  division,
  areaCode,
  street,
});

export const cities: readonly City[] = [
  city('SZ', 'Shenzhen', '深圳', '440305', '0755', '南山区科技园南路'),
  city('SH', 'Shanghai', '上海', '310115', '021', '浦东新区世纪大道'),
  city('NB', 'Ningbo', '宁波', '330206', '0574', '北仑区港城路'),
  city('BJ', 'Beijing', '北京', '110105', '010', '朝阳区建国路'),
  city('CD', 'Chengdu', '成都', '510107', '028', '高新区天府大道'),
  city('HZ', 'Hangzhou', '杭州', '330106', '0571', '西湖区文三路'),
  city('GZ', 'Guangzhou', '广州', '440106', '020', '天河区珠江东路'),
  city('WH', 'Wuhan', '武汉', '420106', '027', '武昌区中北路'),
  city('XA', "Xi'an", '西安', '610113', '029', '雁塔区锦业路'),
  city('NJ', 'Nanjing', '南京', '320105', '025', '建邺区江东中路'),
  city('QD', 'Qingdao', '青岛', '370202', '0532', '市南区香港中路'),
  city('ZH', 'Zhuhai', '珠海', '440402', '0756', '香洲区情侣中路'),
];

/** An industry of the group: its code, and its name as it stands in the names of companies. */
export interface Industry {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
}

const industry = (code: string, name: string, nameZh: string): Industry => ({ code, name, nameZh });

/** The first five, in the first five cities, are the subsidiaries of the demo. */
export const industries: readonly Industry[] = [
  industry('HT', 'Tech', '科技'),
  industry('HR', 'Retail', '零售'),
  industry('HL', 'Logistics', '物流'),
  industry('HM', 'Media', '传媒'),
  industry('HG', 'Games', '游戏'),
  industry('HF', 'Foods', '食品'),
  industry('HP', 'Properties', '置业'),
  industry('HE', 'Energy', '能源'),
  industry('HC', 'Health Care', '医疗'),
  industry('HS', 'Supply Chain', '供应链'),
  industry('HY', 'Yanbiao Sports', '龑骉体育'),
  industry('HD', 'Education', '教育'),
  industry('HW', 'Shipping', '航运'),
  industry('HA', 'Automotive', '汽车'),
  industry('HV', 'Travel', '旅行'),
];

/** A company of the group outside mainland China. */
export interface OverseasCompany {
  readonly code: string;
  readonly name: string;
  readonly nameZh: string;
  readonly country: string;
  readonly currency: string;
  readonly address: string;
  readonly phone: string;
  readonly bank: string;
}

const overseas = (
  code: string,
  name: string,
  nameZh: string,
  country: string,
  currency: string,
  address: string,
  phone: string,
  bank: string,
): OverseasCompany => ({ code, name, nameZh, country, currency, address, phone, bank });

export const overseasCompanies: readonly OverseasCompany[] = [
  overseas(
    'XSG',
    'Harbour International Pte. Ltd.',
    '港湾国际（新加坡）有限公司',
    'SG',
    'SGD',
    '8 Marina View, Singapore 018960',
    '+65 6222 0108',
    'DBS Bank',
  ),
  overseas(
    'XHK',
    'Harbour (Hong Kong) Limited',
    '港灣（香港）有限公司',
    'HK',
    'HKD',
    '18/F, 1 Harbour View Street, Central, Hong Kong',
    '+852 2522 0118',
    'Bank of China (Hong Kong)',
  ),
  overseas(
    'XDE',
    'Harbour Europe GmbH',
    '港湾欧洲有限公司',
    'DE',
    'EUR',
    'Am Sandtorkai 50, 20457 Hamburg',
    '+49 40 5550 120',
    'Commerzbank',
  ),
  overseas(
    'XNL',
    'Harbour Logistics B.V.',
    '港湾物流（荷兰）有限公司',
    'NL',
    'EUR',
    'Wilhelminakade 123, 3072 AP Rotterdam',
    '+31 10 555 0130',
    'ING Bank',
  ),
  overseas(
    'XFR',
    'Harbour Média SAS',
    '港湾传媒（法国）有限公司',
    'FR',
    'EUR',
    '12 quai de la Joliette, 13002 Marseille',
    '+33 4 9155 0140',
    'BNP Paribas',
  ),
  overseas(
    'XGB',
    'Harbour Retail (UK) Ltd',
    '港湾零售（英国）有限公司',
    'GB',
    'GBP',
    '25 Canada Square, London E14 5LB',
    '+44 20 7946 0150',
    'Barclays',
  ),
  overseas(
    'XJP',
    'Harbour Games Japan K.K.',
    '港湾游戏（日本）株式会社',
    'JP',
    'JPY',
    '東京都港区海岸一丁目2番3号',
    '+81 3 5550 0160',
    'MUFG Bank',
  ),
  overseas(
    'XUS',
    'Harbour Tech, Inc.',
    '港湾科技（美国）有限公司',
    'US',
    'USD',
    '500 Terry A Francois Blvd, San Francisco, CA 94158',
    '+1 415 555 0170',
    'JPMorgan Chase',
  ),
  overseas(
    'XMY',
    'Harbour Shipping Sdn. Bhd.',
    '港湾航运（马来西亚）有限公司',
    'MY',
    'MYR',
    'Jalan Pelabuhan 8, 42000 Port Klang',
    '+60 3 5550 0180',
    'Maybank',
  ),
  overseas(
    'XAE',
    'Harbour Trading FZE',
    '港湾贸易（阿联酋）有限公司',
    'AE',
    'AED',
    'Jebel Ali Free Zone, Dubai',
    '+971 4 555 0190',
    'Emirates NBD',
  ),
];
