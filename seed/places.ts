/** An invented venue. `county` is null for meetings online. */
export interface PlaceSeed {
  name: string;
  address: string;
  city: string;
  county: "King" | "Pierce" | "Kitsap" | null;
  /** How to arrive and what to expect: parking, door, step-free way. */
  directions: string;
}

/** Fourteen venues, none of which exists. */
export const PLACES: PlaceSeed[] = [
  {
    name: "Cedar River Conference Center, Alder Room",
    address: "1200 Example Way S",
    city: "Renton",
    county: "King",
    directions: "Free parking in the north garage. Step-free entrance from level 2.",
  },
  {
    name: "Cedar River Conference Center, Salmon Hall",
    address: "1200 Example Way S",
    city: "Renton",
    county: "King",
    directions: "Free parking in the north garage. Follow the signs to the large hall on level 1.",
  },
  {
    name: "Green River Learning Commons",
    address: "455 Sample Avenue SE",
    city: "Auburn",
    county: "King",
    directions: "Street parking, and a lot behind the building. Ring at the east door after 5:00 PM.",
  },
  {
    name: "Miller Creek Teacher Center",
    address: "8100 Specimen Street SW",
    city: "Burien",
    county: "King",
    directions: "Park in the visitor spaces on the west side. Elevator beside the front desk.",
  },
  {
    name: "Three Peaks Professional Library",
    address: "32 Placeholder Place NE",
    city: "Bellevue",
    county: "King",
    directions: "Two hours free in the garage; bring your ticket to the desk. Five minutes from light rail.",
  },
  {
    name: "Beacon Slope Community Hall",
    address: "2719 Fictional Avenue S",
    city: "Seattle",
    county: "King",
    directions: "Little parking. Buses stop at the door. Step-free entrance on the south side.",
  },
  {
    name: "Snoqualmie Meadows Field House",
    address: "90 Imaginary Road SE",
    city: "Snoqualmie",
    county: "King",
    directions: "Gravel parking lot. Dress for the weather: some activities are outdoors.",
  },
  {
    name: "Kent Valley Training Rooms",
    address: "6400 Example Boulevard",
    city: "Kent",
    county: "King",
    directions: "Free parking on both sides. Rooms are on the ground floor.",
  },
  {
    name: "Tideflats Innovation Lab",
    address: "77 Model Street",
    city: "Tacoma",
    county: "Pierce",
    directions: "Park in the south lot. Closed-toe shoes are needed in the workshop.",
  },
  {
    name: "Foothills Education Annex",
    address: "1500 Sample Ridge Drive E",
    city: "Puyallup",
    county: "Pierce",
    directions: "Free parking. Use the ramp on the left of the main stairs.",
  },
  {
    name: "Prairie Oaks Staff Center",
    address: "318 Fictional Lane SW",
    city: "Lakewood",
    county: "Pierce",
    directions: "Check in at the office with a school badge or photo identification.",
  },
  {
    name: "White River Grange Hall",
    address: "24 Placeholder Road E",
    city: "Buckley",
    county: "Pierce",
    directions: "Parking on the grass beside the hall. Heated, no elevator needed.",
  },
  {
    name: "Harbor View Staff Center",
    address: "610 Imaginary Harbor Drive",
    city: "Gig Harbor",
    county: "Pierce",
    directions: "Free parking. Enter from the water side.",
  },
  {
    name: "Eagle Landing School Library",
    address: "11 Specimen Circle NW",
    city: "Bainbridge Island",
    county: "Kitsap",
    directions: "Fifteen minutes on foot from the ferry. Carpool spaces are kept free until 8:30 AM.",
  },
];

/** Where online sessions meet: a link is shown instead of an address. */
export const ONLINE_PLACE: PlaceSeed = {
  name: "Online",
  address: "",
  city: "",
  county: null,
  directions: "The link appears on the offering's page on the day. Captions are on in every meeting.",
};

/** Guests of the ESD who teach without an account; invented. */
export const GUEST_INSTRUCTORS = [
  { name: "Imani Guest (demo)", qualifications: "Literacy coach, National Board certified (invented)" },
  {
    name: "Tomás Guest (demo)",
    qualifications: "Paraeducator trainer for the state’s fundamental course of study (invented)",
  },
  { name: "Wren Guest (demo)", qualifications: "Tribal education specialist (invented)" },
] as const;
