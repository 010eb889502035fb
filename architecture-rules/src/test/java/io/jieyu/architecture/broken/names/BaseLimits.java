package io.jieyu.architecture.broken.names;

/** A word of the domain, and no violation: the limits of the contribution base. */
record BaseLimits(long floorFen) {}
