/** Lines that payroll systems write to Kafka: read, checked and passed on in one transaction. */
@NullMarked
package io.jieyu.contribution.intake.kafka;

import org.jspecify.annotations.NullMarked;
