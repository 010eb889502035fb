/** Lines that payroll systems send over HTTP, a batch at a time. */
@NullMarked
package io.jieyu.contribution.intake.web;

import org.jspecify.annotations.NullMarked;
