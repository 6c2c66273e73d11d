/** With what node serves: the start of Hourbook, and tests and benchmarks that stand for it, use the same. */
export const V8_OPTIONS = [
  // The young generation grows with the machine; kept small, the server takes a third less memory.
  "--max-semi-space-size=8",
  // The old one is collected once it has grown by half: left alone, it doubles, and doubles again under load.
  "--heap-growing-percent=50",
  // Where most of what a line of code makes has lasted, V8 puts what it makes from then on among the old. At the start, when
  // tables are declared, the query builder's lasts; a page's does not, and waited there for a collection of the whole heap.
  "--no-allocation-site-pretenuring",
  // Threads that help to collect for all threads of a process: more of them take the processor from the pages while
  // documents are made, whatever priority those have (docs/performance.md).
  "--v8-pool-size=1",
  // The young are collected in a millisecond, without that thread's help, which would cost a documents' thread its low priority.
  "--no-parallel-scavenge",
];

/** How many arenas glibc's allocator makes; left alone, eight for each core. */
export const ARENAS = "2";
