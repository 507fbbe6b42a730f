package dk.ankomst.establishment;

/**
 * The caseworker's answers in the needs test, as the codes of {@code trangsvurdering}.
 *
 * @param familyEconomy whether the whole family's economy is known: {@code belyst}, {@code ikke-belyst}
 * @param canPay whether the family can pay itself: {@code ja}, {@code nej}, {@code uafklaret}
 * @param canSaveUp whether the family can save up itself: {@code ja}, {@code nej}, {@code uafklaret}
 */
public record NeedAnswers(String familyEconomy, String canPay, String canSaveUp) {}
