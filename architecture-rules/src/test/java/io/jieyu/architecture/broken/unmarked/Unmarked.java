package io.jieyu.architecture.broken.unmarked;

/** In a package without {@code @NullMarked}. */
final class Unmarked {}
