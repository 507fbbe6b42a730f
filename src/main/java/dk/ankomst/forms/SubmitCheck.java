package dk.ankomst.forms;

import org.jspecify.annotations.Nullable;

/**
 * A rule about a form that the form itself cannot state: across fields, or against the case. A bean of this type is asked
 * before anything is written, after every field by itself was found in order.
 */
public interface SubmitCheck {

    /** The id of the form that the rule is about. */
    String formKey();

    /**
     * Checks what was sent.
     *
     * @param form what was sent
     * @param caseNumber the case; null when the form begins a new one
     * @param personId the family member whom the task is about; null when it is about the family
     * @throws dk.ankomst.platform.InputRefused with a Danish sentence per field, when it cannot be taken
     */
    void check(CheckedForm form, @Nullable String caseNumber, @Nullable Long personId);
}
