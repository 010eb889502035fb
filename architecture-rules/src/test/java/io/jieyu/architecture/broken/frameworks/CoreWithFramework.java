package io.jieyu.architecture.broken.frameworks;

import com.tngtech.archunit.lang.ArchRule;

/** A core that knows a framework. */
record CoreWithFramework(ArchRule rule) {}
