import type { CourseSeed } from "./course-seed";
import { csCourses } from "./cs";
import { earlyCourses } from "./early";
import { equityCourses } from "./equity";
import { inclusionCourses } from "./inclusion";
import { leadershipCourses } from "./leadership";
import { literacyCourses } from "./literacy";
import { mathCourses } from "./math";
import { mtssCourses } from "./mtss";
import { multilingualCourses } from "./multilingual";
import { nativeCourses } from "./native";
import { paraCourses } from "./para";
import { safetyCourses } from "./safety";
import { scienceCourses } from "./science";
import { selCourses } from "./sel";
import { specialCourses } from "./special";
import { tpepCourses } from "./tpep";

/** The demo catalog, in the order of the program areas. */
export const COURSES: CourseSeed[] = [
  ...equityCourses,
  ...inclusionCourses,
  ...mtssCourses,
  ...multilingualCourses,
  ...nativeCourses,
  ...paraCourses,
  ...specialCourses,
  ...selCourses,
  ...tpepCourses,
  ...literacyCourses,
  ...mathCourses,
  ...scienceCourses,
  ...csCourses,
  ...earlyCourses,
  ...leadershipCourses,
  ...safetyCourses,
];
