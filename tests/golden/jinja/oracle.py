"""Debian's Jinja as the oracle, with exact decimals in the place of binary floats.

Two of our differences are deliberate and everywhere, so the oracle shares them instead of every case naming them: numbers
with a point are exact decimals, and `/` divides exactly. What else differs is tagged in the cases.
"""
import decimal
import html
import types

import jinja2
import jinja2.lexer
import jinja2.sandbox

decimal.getcontext().prec = 18


class TooLarge(Exception):
    """Beyond 18 digits our numbers are rounded: such a case says nothing."""


class Exact(decimal.Decimal):
    """A decimal that stays one and prints without an exponent."""

    def __str__(self):
        digits = format(decimal.Decimal(self), "f")
        return digits.lstrip("-") if self == 0 else digits

    __repr__ = __str__

    def __hash__(self):
        return decimal.Decimal.__hash__(self)


def exactly(name):
    operate = getattr(decimal.Decimal, name)

    def method(self, *others):
        result = operate(self, *others)
        return Exact(result) if isinstance(result, decimal.Decimal) else result

    return method


for method_name in ("add", "radd", "sub", "rsub", "mul", "rmul", "neg", "pos", "abs"):
    setattr(Exact, f"__{method_name}__", exactly(f"__{method_name}__"))


def as_number(value):
    if isinstance(value, bool) or not isinstance(value, (int, decimal.Decimal)):
        raise TypeError("no number")
    return decimal.Decimal(value)


def divide(left, right):
    quotient = (as_number(left) / as_number(right)).normalize()
    return Exact(quotient.quantize(decimal.Decimal(1)) if quotient.as_tuple().exponent > 0 else quotient)


def floor_divide(left, right):
    as_number(left), as_number(right)
    if isinstance(left, int) and isinstance(right, int):
        return left // right
    return int((decimal.Decimal(left) / decimal.Decimal(right)).to_integral_value(decimal.ROUND_FLOOR))


def modulo(left, right):
    return left - floor_divide(left, right) * right


def power(left, right):
    as_number(left)
    if right != int(as_number(right)):
        raise TypeError("whole powers only")
    if abs(right) > 50:
        raise TooLarge
    if right < 0:
        return divide(1, left ** -right)
    return Exact(left ** int(right)) if isinstance(left, decimal.Decimal) else left ** int(right)


class Lexer(jinja2.lexer.Lexer):
    def wrap(self, stream, name=None, filename=None):
        for token in super().wrap(stream, name, filename):
            if token.type != "float":
                yield token
                continue
            # A call, because a compiled template would write the constant as a float again.
            for kind, value in (("name", "exact_number"), ("lparen", "("), ("string", repr(token.value)), ("rparen", ")")):
                yield jinja2.lexer.Token(token.lineno, kind, value)


class Environment(jinja2.sandbox.SandboxedEnvironment):
    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    @property
    def lexer(self):
        return Lexer(self)

    def call_binop(self, context, operator, left, right):
        if operator == "%" and isinstance(left, str):
            return left % right
        own = {"/": divide, "//": floor_divide, "%": modulo, "**": power}.get(operator)
        if own is None:
            if operator in "-" or (operator == "*" and not isinstance(left, (str, list)) and not isinstance(right, (str, list))):
                as_number(left), as_number(right)
            if isinstance(left, bool) or isinstance(right, bool):
                raise TypeError("booleans are no numbers")
            own = self.binop_table[operator]
        result = own(left, right)
        if isinstance(result, int) and abs(result) >= 10**18:
            raise TooLarge
        return result


def shown(value):
    """Lists, tuples and generators print as lists."""
    if isinstance(value, (types.GeneratorType, list, tuple, map, filter)) or type(value).__name__ in ("list_reverseiterator", "dict_items", "dict_keys"):
        return "[" + ", ".join(shown_inside(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {shown_inside(item)}" for key, item in value.items()) + "}"
    if isinstance(value, decimal.Decimal):
        return str(Exact(value))
    return value


def shown_inside(value):
    return repr(str(value)) if isinstance(value, str) else str(shown(value))


def environment(templates):
    made = Environment(
        loader=jinja2.DictLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined, finalize=shown, cache_size=0
    )
    made.globals["exact_number"] = Exact
    return made


def render(page, templates, context):
    """The output, or None where Jinja finds an error."""
    try:
        return environment(templates).get_template(page).render(**context)
    except TooLarge:
        raise
    except RecursionError:
        return None
    except Exception:  # an undefined name, a wrong type, a syntax error: all are errors with us too
        return None


def normalized(output):
    """In text quotes need no escaping; Jinja escapes them everywhere."""
    for reference in ("&#39;", "&#34;", "&quot;", "&apos;"):
        output = output.replace(reference, html.unescape(reference))
    return output
