/** Reads YAML files so that every error names its line. */
@NullMarked
package io.jieyu.document.yaml;

import org.jspecify.annotations.NullMarked;
