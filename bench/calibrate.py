#!/usr/bin/env python3
"""Fit the weights of src/judge/signs.cpp, and say how well calibrated they are.

  mizan check docs.jsonl --signs signs.tsv -f jsonl --all > /dev/null
  calibrate.py agree|differ SIGNS_CPP SET...      prints the table of weights; with --write puts it into SIGNS_CPP

A SET is NAME=SIGNS[:RELATIONS[:closed]]: traced signs, and judged relations of the same documents ({"expect", "spans"}).
closed: the relations are complete, so that every other pair is of two facts; otherwise pairs without a relation are
taken for two facts with a small weight. --labels FILE: {"docA|begin|docB|begin": 1, 0 or -1 (leave out)} read by eye.
Logistic regression with an L2 prior; the sign of most weights is fixed by what the sign means. Folds are by document
group, so that no story is in both halves. Needs numpy.
"""
import argparse, collections, json, os, re
import numpy as np

# what may only speak for one fact, and what only against
PLUS = """alike story story_rival head common margin covered covered_general covered_words unit_same shared_names shared_values
slip same_period digits lone_pair nearest_name tenfold slip_of_date thousandfold slip_of_unit""".split()
MINUS = """crowd not_best uncovered uncovered_general other_topic unit_generic unit_other bare one_period other_stance
other_kind strange_names swapped_names modified small separated days_apart agrees_elsewhere of_duration of_ordinal of_age of_game
of_measure other_time equal of_writing""".split()

def names(path):
    text = open(os.path.join(os.path.dirname(path), "signs.hpp")).read()
    body = re.search(r"enum Sign[^{]*{(.*?)kSigns", text, re.S).group(1)
    return re.findall(r"^\s*(\w+),", body, re.M)

def base(doc): return os.path.basename(doc)
def hit(place, part): return any(base(s["doc"]) == place[0] and place[1] < s["end"] and s["begin"] < place[2] for s in part)
def pairs(spans): return [(i, j) for i in range(len(spans)) for j in range(len(spans)) if i != j]
def touches(relation, row): return any(hit(row["a"], relation["spans"][i]) and hit(row["b"], relation["spans"][j])
                                       for i, j in pairs(relation["spans"]))

def traced(path, kind):
    for line in open(path, errors="replace"):
        f = line.rstrip("\n").split("\t")
        if f[0] == kind:
            yield dict(a=(base(f[1]), int(f[2]), int(f[3])), b=(base(f[4]), int(f[5]), int(f[6])), text=f[7] + " | " + f[8],
                       x=[float(v) for v in f[9].split()])

def group(row):
    """The story of a row, as far as file names tell it."""
    return re.split(r"[-_.]", row["a"][0])[0] if not row["a"][0].startswith("ecb") else re.match(r"ecb-\d+", row["a"][0]).group(0)

def rows_of(what, sets, labels):
    result = []
    for spec in sets:
        name, rest = spec.split("=", 1)
        signs, relations, closed = (rest.split(":") + [None, None])[:3]
        gold = [json.loads(l) for l in open(relations)] if relations else []
        kind = "meet" if what == "agree" else "apart"
        wanted = ("corroboration",) if what == "agree" else ("contradiction", "tension")
        best = {}
        rows = list(traced(signs, kind))
        for k, row in enumerate(rows):
            label, touched = 0, False
            for g in gold:
                if touches(g, row):
                    touched = True
                    if g["expect"] in wanted:
                        label = 1
                        # of an open set only the likest pair of two sentences is the one that was meant
                        if not closed and (g["id"] not in best or rows[best[g["id"]]]["x"][1] < row["x"][1]): best[g["id"]] = k
            row.update(set=name, y=label, touched=touched, closed=bool(closed))
        meant = set(best.values())
        for k, row in enumerate(rows):
            key = "|".join((row["a"][0], str(row["a"][1]), row["b"][0], str(row["b"][1])))
            if key in labels: row["y"] = labels[key]; row["touched"] = True
            elif not closed and row["touched"] and k not in meant: row["y"] = -1 if row["y"] else 0
            elif what == "agree" and not closed and not row["touched"]: row["y"] = -1
            if row["y"] >= 0: result.append(row)
    return result

def fit(Z, Y, W, low, high, prior=3.0, steps=400, centre=None):
    """Weights near those of centre (0 if there is none)."""
    centre = np.zeros(Z.shape[1]) if centre is None else np.clip(centre, low, high)
    w = centre.copy()
    bound = 0.25 * np.linalg.norm((Z * np.sqrt(W)[:, None]).T @ (Z * np.sqrt(W)[:, None]), 2) + prior
    v, t = w.copy(), 1.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-Z @ v))
        n = np.clip(v - (Z.T @ (W * (p - Y)) + prior * np.r_[0, (v - centre)[1:]]) / bound, low, high)
        t2 = (1 + (1 + 4 * t * t) ** 0.5) / 2
        v, w, t = n + (t - 1) / t2 * (n - w), n, t2
    return w

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("agree", "differ")); parser.add_argument("signs"); parser.add_argument("sets", nargs="+")
    parser.add_argument("--from-table", type=float, metavar="PULL", help="stay near the weights in SIGNS_CPP: what was fitted on stories that are gone")
    parser.add_argument("--labels"); parser.add_argument("--write", action="store_true"); parser.add_argument("--show", type=float)
    args = parser.parse_args()
    NAMES = names(args.signs)
    labels = json.load(open(args.labels)) if args.labels else {}
    rows = rows_of(args.what, args.sets, labels)
    X = np.array([r["x"] for r in rows]); Y = np.array([r["y"] for r in rows], float)
    if args.what == "agree":   # gold lists the main agreements only: what it does not list weighs little
        W = np.array([1.0 if r["y"] or r["touched"] else 0.3 for r in rows])
    else:
        W = np.array([1.0 if r["y"] or r["closed"] or r["touched"] else 0.3 for r in rows])
    mean, spread = X.mean(0), X.std(0) + 1e-6
    mean[0], spread[0] = 0, 1
    Z = (X - mean) / spread
    plus, minus = set(PLUS), set(MINUS)
    if args.what == "agree": plus, minus = plus | {"equal"}, minus - {"equal"}
    low = np.array([0 if n in plus else -np.inf for n in NAMES])
    high = np.array([0 if n in minus else np.inf for n in NAMES])
    pull, centre = 3.0, None
    if args.from_table:   # of the standardised signs
        text = open(args.signs).read()
        text = text[text.index("& " + ("agreement" if args.what == "agree" else "difference") + "_weights()"):]
        table = np.array([float(v) for v in re.findall(r"^\s*(-?\d+\.\d+),", text, re.M)][:len(NAMES)])
        pull, centre = args.from_table, table * spread
        centre[0] = table[0] + (table[1:] * mean[1:]).sum()
    near = dict(prior=pull, centre=centre)
    folds = np.array([sum(map(ord, group(r))) % 8 for r in rows])
    P = np.zeros(len(Y))
    for k in range(8):
        out = folds == k
        if out.any(): P[out] = 1 / (1 + np.exp(-Z[out] @ fit(Z[~out], Y[~out], W[~out], low, high, **near)))
    # what was held out tells how far to trust the scale where findings are made: slope and shift go into the weights
    z = np.log(np.clip(P, 1e-6, 1 - 1e-6) / np.clip(1 - P, 1e-6, 1))
    m = P >= 0.2
    slope = fit(np.c_[np.ones(int(m.sum())), z[m]], Y[m], W[m], np.array([-np.inf, 0.2]), np.array([np.inf, 1.5]), prior=1.0)
    P = 1 / (1 + np.exp(-(slope[0] + slope[1] * z)))
    print(f"slope {slope[1]:.2f}, shift {slope[0]:.2f}")
    w = fit(Z, Y, W, low, high, **near) * slope[1]
    w[0] += slope[0]
    w = w / spread
    w[0] = w[0] - (w[1:] * mean[1:]).sum()
    for name in dict.fromkeys(r["set"] for r in rows):
        here = np.array([r["set"] == name for r in rows])
        print(name, "pairs", int(here.sum()), "of one fact", int(Y[here].sum()))
        for at in (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3):
            m = here & (P >= at)
            print(f"   at {at}: {int(Y[m].sum())} right, {int((1 - Y[m]).sum())} wrong")
    print("calibration, held out:")
    for at in np.arange(0, 1, 0.1):
        m = (P >= at) & (P < at + 0.1)
        if m.any(): print(f"   {at:.1f} to {at + 0.1:.1f}: {int(m.sum())} pairs, {Y[m].mean():.2f} of one fact")
    if args.show is not None:
        for i in np.argsort(-P):
            if P[i] >= args.show: print(f"{P[i]:.2f} {int(Y[i])} {rows[i]['set']} {rows[i]['a']} {rows[i]['b']} {rows[i]['text']}")
    table = "".join(f"\n      {v:.2f},  // {n}" for n, v in zip(NAMES, w))
    if args.write:
        text = open(args.signs).read()
        start = text.index("weights{", text.index({"agree": "agreement", "differ": "difference"}[args.what] + "_weights()")) + 8
        open(args.signs, "w").write(text[:start] + table + "\n  " + text[text.index("};", start):])
    else:
        print(table)

main()
