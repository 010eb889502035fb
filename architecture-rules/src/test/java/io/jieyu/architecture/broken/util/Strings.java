package io.jieyu.architecture.broken.util;

/** In a package that says nothing. */
final class Strings {}
