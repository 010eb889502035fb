package io.jieyu.architecture.broken.program;

/** A service that nobody may import. */
public record Program(String name) {}
