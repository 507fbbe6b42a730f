package dk.ankomst.housing;

import org.jspecify.annotations.Nullable;

/**
 * A number behind the rules, from {@code boligparameter}.
 *
 * @param value null when the municipality has not set one
 * @param unit {@code ANTAL}, {@code PROCENT}, {@code KRONER_PR_MAANED}, {@code MAANEDER} or {@code UGER}
 * @param status {@code KILDE} when a source states it, {@code PARAMETER} when it is the municipality's own
 */
public record Parameter(String code, String name, @Nullable Integer value, String unit, String status, String source) {}
