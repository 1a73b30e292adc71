# Writes reference.json: figures of R (stats) and of the package survey that the tests hold this package against.
# Run: Rscript reference.R > reference.json     (R 4.2.2, survey 4.1-1)
# Agresti-Coull and Jeffreys are written out in base R, as the package binom defines them.
suppressMessages(library(survey))
num <- function(x) paste0("[", paste(format(unname(x), digits = 17, trim = TRUE, scientific = TRUE), collapse = ","), "]")
wilson <- function(x, n, level, correct) {
  p <- if (x > n / 2) 1e-4 else 1 - 1e-4   # far from the share, so that the correction is a whole half
  suppressWarnings(as.numeric(prop.test(x, n, p = p, conf.level = level, correct = correct)$conf.int))
}
agresti <- function(x, n, level) {
  z <- qnorm(1 - (1 - level) / 2); m <- n + z^2; p <- (x + z^2 / 2) / m
  pmin(1, pmax(0, p + c(-1, 1) * z * sqrt(p * (1 - p) / m)))
}
jeffreys <- function(x, n, level) {
  a <- (1 - level) / 2
  c(if (x == 0) 0 else qbeta(a, x + 0.5, n - x + 0.5), if (x == n) 1 else qbeta(1 - a, x + 0.5, n - x + 0.5))
}
shares <- list(c(85, 90), c(0, 10), c(10, 10), c(1, 30), c(45, 90), c(4760, 5000), c(465, 500), c(809, 850), c(950000, 1000000), c(1, 1))
rows <- c()
for (s in shares) for (level in c(0.9, 0.95, 0.99)) {
  x <- s[1]; n <- s[2]
  rows <- c(rows, sprintf('{"count":%d,"of":%d,"level":%s,"wilson":%s,"wilsonContinuity":%s,"clopperPearson":%s,"agrestiCoull":%s,"jeffreys":%s}',
    x, n, level, num(wilson(x, n, level, FALSE)), num(wilson(x, n, level, TRUE)), num(binom.test(x, n, conf.level = level)$conf.int),
    num(agresti(x, n, level)), num(jeffreys(x, n, level))))
}
# A stratified sample with weights, populations and a domain.
d <- data.frame(
  g = rep(c("leaders", "staff", "students"), c(8, 30, 40)),
  y = c(rep(c(1, .7, .3), c(5, 2, 1)), rep(c(1, .7, .3), c(20, 7, 3)), rep(c(1, .7, .3), c(24, 10, 6))))
d$w <- c(leaders = 2, staff = 10, students = 50)[d$g]
d$N <- c(leaders = 16, staff = 300, students = 2000)[d$g]
d$z <- as.numeric(d$y == 1)
d$dom <- rep(c(TRUE, TRUE, FALSE), length.out = nrow(d))
case <- function(name, des, formula) {
  m <- svymean(formula, des)
  sprintf('{"name":"%s","mean":%s,"se":%s,"df":%d,"logit":%s,"beta":%s}', name, num(coef(m)), num(SE(m)), degf(des),
    num(attr(svyciprop(formula, des, method = "logit"), "ci")), num(attr(svyciprop(formula, des, method = "beta"), "ci")))
}
plain <- svydesign(ids = ~1, strata = ~g, weights = ~w, data = d)
finite <- svydesign(ids = ~1, strata = ~g, weights = ~w, fpc = ~N, data = d)
designs <- c(case("stratified", plain, ~z), case("finite", finite, ~z), case("domain", subset(plain, dom), ~z),
  case("finite domain", subset(finite, dom), ~z), case("points", plain, ~y))
cells <- sprintf('{"stratum":"%s","y":%s,"weight":%d,"dom":%s}', d$g, d$y, d$w, tolower(d$dom))
fisher <- sapply(list(c(3, 6, 9, 17), c(28, 30, 20, 30), c(0, 5, 5, 5)), function(t)
  fisher.test(matrix(c(t[1], t[2] - t[1], t[3], t[4] - t[3]), 2))$p.value)
mcnemar <- sapply(list(c(1, 9), c(5, 5), c(0, 6)), function(t) binom.test(t[1], sum(t))$p.value)
score <- suppressWarnings(c(prop.test(c(8600, 8750), c(10000, 10000), correct = FALSE)$p.value, prop.test(c(465, 476), c(500, 500), correct = FALSE)$p.value))
two <- svydesign(ids = ~1, strata = ~interaction(g, year), weights = ~w, data = rbind(cbind(d, year = 1), transform(cbind(d, year = 2), y = pmin(1, y + ifelse(dom, 0.2, 0)))))
by <- svyby(~y, ~year, two, svymean, covmat = TRUE)
con <- svycontrast(by, c(-1, 1))
# Newcombe's tenth method for pairs; the correlation is R's own, of the answers themselves, with his correction where it is positive.
paired <- function(t) {
  n <- sum(t); x <- rep(c(1, 1, 0, 0), t); y <- rep(c(1, 0, 1, 0), t)   # x afterwards, y before: both, gained, lost, neither
  lead <- t[1] * t[4] - t[2] * t[3]
  phi <- cor(x, y) * (if (lead > 0) max(lead - n / 2, 0) / lead else 1)
  a <- wilson(sum(x), n, 0.95, FALSE); b <- wilson(sum(y), n, 0.95, FALSE); d <- mean(x) - mean(y)
  reach <- function(u, v) sqrt(u^2 - 2 * phi * u * v + v^2)
  100 * c(d - reach(mean(x) - a[1], b[2] - mean(y)), d + reach(a[2] - mean(x), mean(y) - b[1]))
}
pairs <- sapply(list(c(56, 12, 5, 27), c(5, 20, 15, 3)), paired)
cat('{"shares":[', paste(rows, collapse = ",\n"), '],\n"designs":[', paste(designs, collapse = ",\n"), '],\n"cells":[', paste(cells, collapse = ",\n"),
  '],\n"fisher":', num(fisher), ',"mcnemar":', num(mcnemar), ',"score":', num(score),
  ',\n"contrast":', num(c(coef(con), SE(con))), ',"paired":', num(as.vector(pairs)), ',"adjusted":', num(p.adjust(c(.001, .2, .03, .04, .0005, .9), "BH")), '}\n', sep = "")
