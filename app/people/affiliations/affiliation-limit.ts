/** Characters of what a district calls somebody's number. */
export const LONGEST_EMPLOYEE_ID = 30;
/** Characters of the name of a school or office. */
export const LONGEST_BUILDING = 120;
/** Characters of what somebody is called at work. */
export const LONGEST_TITLE = 120;
