package io.jieyu.architecture.broken.importer;

import io.jieyu.architecture.broken.program.Program;

/** A module that imports a service. */
record ImportsProgram(Program program) {}
