"""Makes up templates: typed at random, so that most of them mean something, and some of them wrong on purpose.

The same seed gives the same templates.
"""
import random

import oracle

CONTEXT = {
    "n": 7, "m": -3, "zero": 0, "d": oracle.Exact("2.5"), "text": "Twente & <Rijnmond>", "word": "Zürich", "blank": "",
    "numbers": [3, 1, 2], "words": ["b", "A", "c", "a"], "nothing": [], "yes": True, "no": False, "none_value": None,
    "map": {"a": 1, "b": 2, "c": 3}, "rows": [{"n": 1, "s": "x"}, {"n": 2, "s": "y"}, {"n": 1, "s": "z"}],
}


class Maker:
    def __init__(self, rng):
        self.rng = rng
        self.numbers = ["n", "m", "zero", "d"]
        self.texts = ["text", "word", "blank"]
        self.lists = ["numbers", "words", "nothing"]
        self.loops = 0
        self.in_statements = False
        self.macros = []

    def pick(self, *options):
        return self.rng.choice(options)

    def made(self, depth, simple, compound):
        if depth <= 0 or self.rng.random() < 0.25:
            return self.rng.choice(simple)()
        return self.rng.choice(compound)()

    # ---- Expressions by type ----

    def number(self, depth):
        return self.made(
            depth,
            [lambda: str(self.rng.randint(0, 20)), lambda: self.pick("0.5", "1.25", "2.0", "10.75"), lambda: self.rng.choice(self.numbers)],
            [
                lambda: f"{self.number(depth - 1)} {self.pick('+', '-', '*', '+', '-')} {self.number(depth - 1)}",
                lambda: f"({self.number(depth - 1)} {self.pick('+', '-', '*', '//', '%')} {self.number(depth - 1)})",
                lambda: f"({self.number(depth - 1)}) {self.pick('//', '%')} {self.pick('2', '3', '4', '1.5', '-2')}",
                lambda: f"({self.number(depth - 1)}) / {self.pick('2', '4', '5', '8')}",
                lambda: f"{self.pick('2', '3', '1.5', '(-2)')} ** {self.pick('0', '1', '2', '3')}",
                lambda: f"-{self.number(0)}",
                lambda: f"({self.number(depth - 1)})|abs",
                lambda: f"{self.text(depth - 1)}|length" if self.rng.random() < 0.5 else f"({self.text(depth - 1)})|length",
                lambda: f"({self.number_list(depth - 1)})|{self.pick('sum', 'length', 'min|default(0)', 'max|default(0)', 'first|default(9)', 'last|default(9)')}",
                lambda: f"({self.number(depth - 1)} if {self.truth(depth - 1)} else {self.number(depth - 1)})",
                lambda: f"({self.number(depth - 1)} {self.pick('and', 'or')} {self.number(depth - 1)})",
                lambda: f"map.{self.pick('a', 'b', 'c')}",
                lambda: f"numbers[{self.pick('0', '1', '2', '-1', '-2')}]",
                lambda: f"map[{self.pick(repr('a'), repr('b'))}]",
            ],
        )

    def text(self, depth):
        return self.made(
            depth,
            [lambda: self.pick("'abc'", '"x y"', "'<b>&'", "'it\\'s'", "''", "'Straße'", "'a' 'b'"), lambda: self.rng.choice(self.texts)],
            [
                lambda: f"({self.text(depth - 1)} ~ {self.pick(self.text(depth - 1), self.number(depth - 1))})",
                lambda: f"({self.text(depth - 1)} + {self.text(depth - 1)})",
                lambda: f"({self.text(depth - 1)})|{self.pick('upper', 'lower', 'capitalize', 'title', 'trim', 'reverse', 'string')}",
                lambda: f"({self.text(depth - 1)})|replace({self.pick(repr('a'), repr('b'), repr('&'))}, {self.pick(repr('-'), repr(''), repr('<'))})",
                lambda: f"({self.text(depth - 1)})|truncate({self.pick('4', '6, true', '5, false, leeway=0', '8, true, end=repl|default(1)|string')})",
                lambda: f"({self.text(depth - 1)})[{self.pick('0:2', '1:', ':-1', '::-1', '::2', '-3:', '2:1', '5::-2')}]",
                lambda: f"({self.word_list(depth - 1)})|join({self.pick(repr(', '), repr('<'), '')})",
                lambda: f"({self.number_list(depth - 1)})|join({self.pick(repr('+'), repr('-'))})",
                lambda: f"({self.text(depth - 1)} if {self.truth(depth - 1)} else {self.text(depth - 1)})",
                lambda: f"({self.text(depth - 1)} * {self.pick('0', '2', '-1')})",
                lambda: f"({self.text(depth - 1)})|default('none', {self.pick('true', 'false')})",
                lambda: f"missing|default({self.text(depth - 1)})",
                lambda: f"({self.text(depth - 1)})|indent({self.pick('2', '2, true', repr('> '))})",
                lambda: f"rows[{self.pick('0', '1', '-1')}].s",
                lambda: f"({self.text(depth - 1)})|urlencode",
            ],
        )

    def truth(self, depth):
        return self.made(
            depth,
            [lambda: self.pick("yes", "no", "true", "false")],
            [
                lambda: f"{self.number(depth - 1)} {self.comparison()} {self.number(depth - 1)}",
                lambda: f"{self.number(0)} {self.comparison()} {self.number(0)} {self.comparison()} {self.number(0)}",
                lambda: f"{self.text(depth - 1)} {self.comparison()} {self.text(depth - 1)}",
                lambda: f"not {self.truth(depth - 1)}",
                lambda: f"({self.truth(depth - 1)}) {self.pick('and', 'or')} {self.truth(depth - 1)}",
                lambda: f"{self.truth(depth - 1)} {self.pick('and', 'or')} {self.truth(depth - 1)}",
                lambda: f"{self.text(depth - 1)} {self.pick('in', 'not in')} {self.text(depth - 1)}",
                lambda: f"{self.number(depth - 1)} {self.pick('in', 'not in')} {self.number_list(depth - 1)}",
                lambda: f"{self.pick(repr('a'), repr('z'))} in map",
                lambda: f"({self.number(0)}) is {self.pick('number', 'not string', 'divisibleby 3', 'divisibleby(2)', 'eq 7', 'gt(2)', 'in [1, 2, 7]', 'defined')}",
                lambda: f"({self.text(depth - 1)}) is {self.pick('string', 'upper', 'lower', 'not number', 'mapping', 'sequence', 'iterable')}",
                lambda: f"n is {self.pick('odd', 'even', 'not odd')}",
                lambda: f"{self.pick('missing', 'map.zz', 'n', 'rows[9]', 'map.a', 'numbers[7]')} is {self.pick('defined', 'not defined', 'undefined')}",
                lambda: f"none_value is {self.pick('none', 'not none')}",
                lambda: f"({self.pick(self.word_list(0), self.number_list(0))}) == {self.number_list(0)}",
            ],
        )

    def comparison(self):
        return self.pick("==", "!=", "<", "<=", ">", ">=")

    def number_list(self, depth):
        return self.made(
            depth,
            [lambda: "numbers", lambda: "nothing", lambda: f"[{self.number(0)}, {self.number(0)}]", lambda: f"range({self.rng.randint(0, 6)})|list"],
            [
                lambda: f"[{', '.join(self.number(depth - 1) for _ in range(self.rng.randint(0, 4)))}]",
                lambda: f"({self.number_list(depth - 1)} + {self.number_list(depth - 1)})",
                lambda: f"({self.number_list(depth - 1)})|{self.pick('sort', 'sort(reverse=true)', 'reverse|list', 'unique|list', 'list')}",
                lambda: f"({self.number_list(depth - 1)})[{self.pick('1:', ':2', '::-1', '-2:', '::2')}]",
                lambda: f"({self.number_list(depth - 1)})|{self.pick('select', 'reject')}({self.pick(repr('gt') + ', 2', repr('lt') + ', 3', repr('number'), '')})|list",
                lambda: f"({self.number_list(depth - 1)})|map({self.pick(repr('abs'), repr('default') + ', 1')})|list",
                lambda: f"rows|map(attribute='n')|{self.pick('list', 'sort', 'unique|list')}",
                lambda: f"({self.number_list(depth - 1)} if {self.truth(depth - 1)} else {self.number_list(depth - 1)})",
            ],
        )

    def word_list(self, depth):
        return self.made(
            depth,
            [lambda: "words", lambda: "nothing", lambda: "['x', 'Y']"],
            [
                lambda: f"[{', '.join(self.text(depth - 1) for _ in range(self.rng.randint(0, 3)))}]",
                lambda: f"({self.word_list(depth - 1)})|{self.pick('sort', 'sort(case_sensitive=true)', 'sort(true)', 'unique|list', 'reverse|list')}",
                lambda: f"({self.word_list(depth - 1)})|map({self.pick(repr('upper'), repr('title'), repr('length'))})|map('string')|list",
                lambda: f"({self.text(depth - 1)})|list",
                lambda: "map|list",
                lambda: f"rows|map(attribute='s')|{self.pick('list', 'sort(reverse=true)')}",
                lambda: f"rows|{self.pick('selectattr', 'rejectattr')}('n', 'eq', {self.pick('1', '2')})|map(attribute='s')|list",
            ],
        )

    def wrong(self):
        """What should be an error for both. Jinja finds an unknown filter only when it gets there."""
        return self.pick(
            "missing", "missing.x", "map.zz", "n +", "(n", "n..m", "text + n", "n < text", "nothing[0]", "n / 0", "n // 0", "n % 0",
            *(() if self.in_statements else ("text|nofilter", "n is notest", "if")), "missing ~ 'a'", "nothing|first", "'a' - 'b'", "-text", "range()", "numbers()", "nofunction()",
            "[1, 2", "{'a' 1}", "'open", "n n", "text[n", "not", "n if", "words|map('nofilter')|list", "none_value.x", "n in m", "rows|map(attribute='zz')|join", "n = m",
        )

    def expression(self, depth=3):
        if self.rng.random() < 0.06:
            return self.wrong()
        return self.rng.choice([self.number, self.text, self.truth, self.number_list, self.word_list])(depth)

    # ---- Statements ----

    def piece(self, depth):
        simple = [lambda: self.pick("text ", "\n", " <p>", "&amp;", "  \n  "), lambda: f"{{{{ {self.expression(2)} }}}}", lambda: f"{{{{{self.pick('-', '')} {self.number(1)} {self.pick('-', '')}}}}}"]
        if depth <= 0:
            return self.rng.choice(simple)()
        return self.rng.choice(simple + [lambda: self.if_(depth), lambda: self.for_(depth), lambda: self.set_(), lambda: self.macro(depth), lambda: self.call(), lambda: self.with_(depth), lambda: self.comment(), lambda: self.raw(), lambda: self.set_block(depth)])()

    def body(self, depth):
        return "".join(self.piece(depth) for _ in range(self.rng.randint(1, 3)))

    def scoped(self, depth):
        """A body whose names and macros are not known outside."""
        before = list(self.numbers), list(self.macros)
        body = self.body(depth)
        self.numbers, self.macros = before
        return body

    def tag(self, inside):
        return "{%" + self.pick("", "", "-") + f" {inside} " + self.pick("", "", "-") + "%}"

    def if_(self, depth):
        out = self.tag(f"if {self.truth(2)}") + self.scoped(depth - 1)
        if self.rng.random() < 0.3:
            out += self.tag(f"elif {self.truth(1)}") + self.scoped(depth - 1)
        if self.rng.random() < 0.5:
            out += self.tag("else") + self.scoped(depth - 1)
        return out + self.tag("endif")

    def for_(self, depth):
        self.loops += 1
        name = f"i{self.loops}"
        kind = self.pick("numbers", "words", "pairs")
        if kind == "pairs":
            head = f"for k{name}, {name} in {self.pick('map|dictsort', 'map|items', '[(1, 2), (3, 4)]')}"
        else:
            items = self.number_list(1) if kind == "numbers" else self.word_list(1)
            head = f"for {name} in {items}" + (f" if {name}" if self.rng.random() < 0.2 else "")
        before = list(self.numbers), list(self.texts)
        (self.texts if kind == "words" else self.numbers).append(name)
        loop = self.pick("loop.index", "loop.first", "loop.last", "loop.revindex0", "loop.length", "loop.index0", "loop.cycle('a', 'b')", "loop.changed(loop.index0 // 2)", "loop.previtem|default('-')", "loop.nextitem is defined")
        body = f"{{{{ {loop} }}}}:" + self.scoped(depth - 1)
        self.numbers, self.texts = before
        otherwise = self.tag("else") + self.scoped(depth - 1) if self.rng.random() < 0.3 else ""
        return self.tag(head) + body + otherwise + self.tag("endfor")

    def set_(self):
        # No name of the context: where a loop reads one that is set behind it, Jinja fails by accident.
        name = self.pick("v", "w")
        out = self.tag(f"set {name} = {self.number(2)}")
        if name not in self.numbers:
            self.numbers.append(name)
        return out

    def set_block(self, depth):
        return self.tag("set captured") + self.scoped(depth - 1) + self.tag("endset") + "[{{ captured }}]"

    def with_(self, depth):
        return self.tag(f"with n = {self.number(1)}, q = n") + "{{ q }}" + self.scoped(depth - 1) + self.tag("endwith")

    def macro(self, depth):
        name = self.pick("f", "g", "h")
        before = list(self.numbers), list(self.texts)
        self.numbers = ["a", "b"]
        self.texts = ["'abc'"]
        wrong, self.wrong = self.wrong, lambda: "a"
        body = f"{{{{ {self.number(1)} }}}}" + self.pick("", "<i>{{ a }}</i>")
        self.wrong = wrong
        self.numbers, self.texts = before
        if name in self.macros:
            return ""
        self.macros.append(name)
        return self.tag(f"macro {name}(a, b={self.rng.randint(0, 9)})") + body + self.tag("endmacro")

    def call(self):
        if not self.macros:
            return ""
        name = self.rng.choice(self.macros)
        return f"{{{{ {name}({self.number(1)}{self.pick('', ', 5', ', b=n', ', 1')}) }}}}"

    def comment(self):
        return self.pick("{# note #}", "{#- note -#}", "{# {{ n }} #}", "{# a\nb #}")

    def raw(self):
        return self.pick("{% raw %}{{ n }}{% endraw %}", "{%- raw -%} {% if %} {%- endraw -%}")


def cases(seed, count):
    rng = random.Random(seed)
    for number in range(count):
        maker = Maker(rng)
        maker.in_statements = number % 2 == 1
        template = f"{{{{ {maker.expression(4)} }}}}" if number % 2 == 0 else "".join(maker.piece(3) for _ in range(rng.randint(2, 5)))
        yield {"where": f"made up #{number}", "tag": None, "files": {"main.html": template}, "context": CONTEXT}
