package io.jieyu.architecture.broken.names;

/** To inherit from. */
abstract class BaseClosing {}
