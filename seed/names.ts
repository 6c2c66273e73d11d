/** Names of one community of the region: any first name of a group goes with any last name of the same group. */
export interface NameGroup {
  community: string;
  /** Share of the demo's people, in parts of 100. */
  share: number;
  first: string[];
  last: string[];
}

/** Invented people are drawn from these groups; shares add up to 100. */
export const NAME_GROUPS: NameGroup[] = [
  {
    community: "English",
    share: 40,
    first:
      words(`Abigail Alan Alice Amber Andrew Anne Beth Brian Caleb Camille Carl Claire Colin Dana Daniel Deborah Derek
      Diane Elaine Ellen Emma Eric Ethan Evan Faith Gail Gordon Grace Hannah Heather Holly Ian Irene Jack Jasmine Joan Joel
      Julia Karen Keith Kelsey Laura Leah Lloyd Marcus Martha Megan Miles Naomi Nathan Olivia Owen Paige Peter Phoebe Rachel
      Reed Rosalind Ruth Scott Simon Stella Tessa Theo Tyrone Vanessa Warren Wendy`),
    last: words(`Abbott Alder Ames Ashby Barlow Beckett Bell Bishop Blackwood Booker Bridges Brooks Burke Caldwell Carver Chase
      Clayton Coleman Cooper Crane Dalton Dawson Dixon Douglas Drake Easton Ellis Fairbanks Fields Fletcher Foster Gable
      Garrett Gibbs Glover Grant Greer Hale Harmon Hart Hayes Holloway Hooper Hughes Ingram Jennings Keller Kirby Lambert
      Langley Larkin Lowell Maddox Marsh McAllister McBride Mercer Monroe Nash Norwood O'Brien O'Rourke Osborne Palmer Parrish
      Pierce Pratt Quincy Ramsey Rhodes Rowe Sawyer Sinclair Stanton Sutton Tate Thornton Tucker Vance Wade Walker Webb
      Whitaker Wilder Winslow Yates Ashworth-Lee Ashby-Okafor`),
  },
  {
    community: "Coast Salish and neighbors",
    share: 5,
    first: words(`Cedar Chenoa Darlene Dallas Joseph Lena Marlin Nadine Raven River Vernon Willow`),
    last: words(
      `Bluewater Charles Edwards Francis George Henry James Moses Paul Peters Riverbend Sam Thomas Tidewell Williams`,
    ),
  },
  {
    community: "Spanish",
    share: 15,
    first:
      words(`Adriana Alejandro Araceli Beatriz Camila Carlos Cecilia Cristóbal Diego Elena Esteban Gabriela Guadalupe Héctor
      Inés Iván Javier Jesús José Lucía Luis Marisol Martín Mateo Mónica Noé Raúl Rocío Sofía Ximena`),
    last: words(`Aguilar Álvarez Ávila Bautista Castañeda Cervantes Contreras Delgado Espinoza Fuentes García Guzmán Herrera Ibáñez
      Jiménez Lozano Maldonado Márquez Muñoz Núñez Ochoa Ordóñez Peña Quintero Ríos Rosales Salazar Treviño Valdez Velázquez
      Zamora Zúñiga`),
  },
  {
    community: "Vietnamese",
    share: 10,
    first:
      words(`Ánh Bảo Châu Cường Diễm Dũng Đạt Hạnh Hiền Hoa Hương Khánh Kim-Liên Lan Linh Long Mai Minh Ngọc Nhung Phương
      Quang Quỳnh Sơn Thảo Thúy Trang Tuấn Uyên Vân Yến`),
    last: words(`Bùi Cao Châu Đặng Đinh Đỗ Dương Hồ Hoàng Huỳnh Lâm Lê Lương Lý Mai Ngô Nguyễn Phạm Phan Tạ Thái Tô Trần Trịnh
      Trương Võ Vũ`),
  },
  {
    community: "Somali",
    share: 7,
    first:
      words(`Abdi Abdirahman Amina Asha Ayaan Deeqa Faduma Faisa Guled Halima Hamdi Hodan Ibrahim Idil Khadra Liban Mahad
      Maryan Nimo Sahra Warsame Yusuf Zamzam`),
    last: words(`Abdullahi Adan Ahmed Ali Dahir Diriye Duale Elmi Farah Guled Hassan Hersi Hussein Ismail Jama Mohamud Nur Omar
      Osman Roble Samatar Shire Warsame Yusuf`),
  },
  {
    community: "Korean",
    share: 5,
    first: words(
      `Boram Da-eun Eun-ji Hae-won Ji-hoon Ji-woo Jun-seo Min-jae Seo-yeon Soo-ah Sung-min Tae-yang Yoon-seo`,
    ),
    last: words(`Ahn Bae Cho Choi Han Hong Hwang Jang Jung Kang Kim Kwon Lim Moon Oh Park Ryu Seo Shin Yoon`),
  },
  {
    community: "Chinese",
    share: 7,
    first:
      words(`Bo Fang Guang Hui Jia-Ying Jian Lei Li-Na Mei-Ling Ming Qing Rui Shu-Fen Wei Xiao-Yan Xin Ya-Ting Yong Yu-Chen
      Zhen`),
    last: words(`Cai Chang Chen Deng Fong Gao Guo Huang Jiang Kwok Lai Leung Liang Lin Liu Lu Luo Ng Qian Song Tang Wong Wu Xie
      Xu Yuan Zeng Zhang Zhao Zhou`),
  },
  {
    community: "Amharic and Tigrinya",
    share: 4,
    first:
      words(`Abebe Almaz Bethlehem Dawit Eden Getachew Hiwot Kidist Lulit Mekdes Meseret Natnael Rahel Selam Tewodros Tigist
      Yonas Zerihun`),
    last: words(`Abraha Alemu Assefa Bekele Berhane Demissie Gebremariam Haile Kebede Lemma Mengistu Negash Tadesse Tekle Tesfaye
      Wolde Worku Zewde`),
  },
  {
    community: "Ukrainian",
    share: 4,
    first:
      words(`Andriy Bohdan Daryna Halyna Iryna Kateryna Larysa Lesia Maksym Mykola Oksana Olena Ostap Roman Solomiya Taras
      Vasyl Yaryna`),
    last: words(`Bilous Bondarenko Boyko Chornovol Danylenko Harbuz Hrytsenko Ivanchuk Koval Kravets Lysenko Marchenko Nechyporuk
      Oliynyk Panchenko Rudenko Savchuk Tkachenko Vovk Zinchenko`),
  },
  {
    community: "South Asian and Pacific",
    share: 3,
    first:
      words(`Aditi Anjali Arjun Deepika Farhan Harpreet Ilaisa Jaspreet Kalani Leilani Malia Meera Nikhil Priya Rohan Sina
      Tavita Zainab`),
    last: words(`Bhatt Chaudhry Dhillon Faleolo Gill Iyer Kapoor Leota Malik Menon Nair Patel Sandhu Siddiqui Tuilagi
      Vaifale Verma`),
  },
];

/** A person who writes the preferred name in another script than the legal one. */
export interface TwoScriptName {
  first: string;
  last: string;
  preferred: string;
}

export const TWO_SCRIPT_NAMES: TwoScriptName[] = [
  { first: "Mei-Ling", last: "Chen", preferred: "陳美玲" },
  { first: "Wei", last: "Zhang", preferred: "张伟" },
  { first: "Shu-Fen", last: "Lin", preferred: "林淑芬" },
  { first: "Ji-woo", last: "Park", preferred: "박지우" },
  { first: "Seo-yeon", last: "Kim", preferred: "김서연" },
  { first: "Tigist", last: "Bekele", preferred: "ትግስት በቀለ" },
  { first: "Dawit", last: "Haile", preferred: "ዳዊት ኃይሌ" },
  { first: "Oksana", last: "Kravets", preferred: "Оксана Кравець" },
  { first: "Mykola", last: "Tkachenko", preferred: "Микола Ткаченко" },
  { first: "Zainab", last: "Malik", preferred: "زينب مالك" },
  { first: "Yusuf", last: "Hassan", preferred: "يوسف حسن" },
  { first: "Harpreet", last: "Gill", preferred: "ਹਰਪ੍ਰੀਤ ਗਿੱਲ" },
];

export const FIRST_NAMES: string[] = distinct(NAME_GROUPS.flatMap((group) => group.first));
export const LAST_NAMES: string[] = distinct(NAME_GROUPS.flatMap((group) => group.last));

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}
