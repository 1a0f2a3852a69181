"""Writes the pickles that the tests of lib/results/unpickle read, with the values CPython has for them.

    /usr/bin/python3 scripts/generatePickles.py numpy1             # Debian 12: numpy 1, pandas 1
    chroot sid python3 .../scripts/generatePickles.py numpy2       # Debian unstable: numpy 2, pandas 2, pyarrow

The second root comes from `debootstrap --variant=minbase --include=python3-pandas,python3-pyarrow,python3-joblib sid sid`.
Needs numpy; pandas, pyarrow, joblib and scikit-learn add their own cases where they are installed. The result is
lib/results/unpickle/fixtures/<name>.json, which says what wrote it. A value is written as JSON that keeps Python's types apart:
int {"i": "12"}, float {"f": "1.5"}, bytes {"b": base64}, list {"l": [...], "#": 1}, a list met again {"ref": 1}, and so on.
"""
import array
import base64
import collections
import datetime
import decimal
import fractions
import gzip
import io
import json
import pathlib
import pickle
import pickletools
import sys
import tarfile
import types
import uuid
import zipfile
import zlib
import zoneinfo

import numpy as np

try:
    import pandas as pd
except ImportError:
    pd = None
try:
    import pyarrow
except ImportError:
    pyarrow = None
try:
    import joblib
except ImportError:
    joblib = None
try:
    from sklearn.gaussian_process import GaussianProcessRegressor
except ImportError:
    GaussianProcessRegressor = None

try:
    from PIL import Image
except ImportError:
    Image = None

NUMPY2 = int(np.__version__.split('.')[0]) >= 2

shapes = types.ModuleType('shapes')
sys.modules['shapes'] = shapes


def declare(cls):
    cls.__module__ = 'shapes'
    cls.__qualname__ = cls.__name__
    setattr(shapes, cls.__name__, cls)
    return cls


@declare
class Plain:
    def __init__(self, **kw):
        self.__dict__.update(kw)


@declare
class MyList(list):
    pass


@declare
class MyDict(dict):
    pass


@declare
class Slotted:
    __slots__ = ('a', 'b')

    def __init__(self, a, b):
        self.a, self.b = a, b


Point = collections.namedtuple('Point', 'x y')
Point.__module__ = 'shapes'
shapes.Point = Point


def b64(raw):
    return base64.b64encode(bytes(raw)).decode()


class Encoder:
    def __init__(self):
        self.seen = {}
        self.keep = []

    def identify(self, value):
        self.keep.append(value)
        self.seen[id(value)] = len(self.seen) + 1
        return self.seen[id(value)]

    def array(self, value):
        flat = np.asarray(value).ravel(order='C')
        dtype = flat.dtype
        if dtype.kind in 'Mm':
            items = [str(each) for each in flat.astype('i8').tolist()]
            return [None if each == str(-2 ** 63) else {'ticks': each} for each in items]
        if dtype.kind in 'fc' and dtype.itemsize > 8 * (2 if dtype.kind == 'c' else 1):
            raw = flat.tobytes()
            # Extended precision is ten bytes; the rest is padding that nobody sets.
            parts = range(0, dtype.itemsize, 16)
            return [{'long': [b64(raw[i + j:i + j + 10]) for j in parts]} for i in range(0, len(raw), dtype.itemsize)]
        if dtype.kind == 'V' and not dtype.fields:
            raw = flat.tobytes()
            return [{'b': b64(raw[i:i + dtype.itemsize])} for i in range(0, len(raw), dtype.itemsize)]
        return [self.encode(each) for each in flat.tolist()]

    def encode(self, value):
        if value is None or value is True or value is False or type(value) is str:
            return value
        kind = type(value)
        if kind is int:
            return {'i': str(value)}
        if kind is float:
            return {'f': repr(value)}
        if kind is bytes:
            return {'b': b64(value)}
        if kind is bytearray:
            return {'ba': b64(value)}
        if kind is complex:
            return {'c': [repr(value.real), repr(value.imag)]}
        if kind is tuple:
            return {'t': [self.encode(each) for each in value]}
        if kind is frozenset:
            return {'fs': sorted((self.encode(each) for each in value), key=canonical)}
        if isinstance(value, np.ma.MaskedArray) and value.ndim >= 0 and value is not np.ma.masked:
            mask = np.ma.getmaskarray(value)
            if value.dtype.fields:
                mask = np.array([all(each) for each in mask.ravel().tolist()])
            return {'nd': self.array(value.data), 'dtype': value.dtype.name, 'shape': list(value.shape),
                    'mask': [bool(each) for each in mask.ravel().tolist()]}
        if isinstance(value, np.ndarray):
            return {'nd': self.array(value), 'dtype': value.dtype.name, 'shape': list(value.shape)}
        if isinstance(value, np.generic):
            return {'np': self.array(np.asarray(value))[0], 'dtype': value.dtype.name}
        if isinstance(value, np.dtype):
            return {'dtype': value.name}
        if kind is array.array and value.typecode in 'uw':
            return {'nd': list(value), 'dtype': 'str32', 'shape': [len(value)]}
        if kind is array.array:
            return {'nd': [self.encode(each) for each in value], 'dtype': np.dtype(value.typecode).name, 'shape': [len(value)]}
        if kind is datetime.datetime or kind is datetime.time:
            zone = value.tzinfo
            plain = value.replace(tzinfo=None).isoformat()
            return {'time': plain, 'fold': value.fold, 'zone': self.zone(zone)}
        if kind is datetime.date:
            return {'date': value.isoformat()}
        if kind is datetime.timedelta:
            return {'delta': [value.days, value.seconds, value.microseconds]}
        if kind is datetime.timezone:
            return {'zone': self.zone(value)}
        if kind is decimal.Decimal or kind is fractions.Fraction or kind is uuid.UUID or isinstance(value, pathlib.PurePath):
            return {'text': str(value)}
        if kind is range or kind is slice:
            return {kind.__name__: [self.encode(each) for each in (value.start, value.stop, value.step)]}
        if id(value) in self.seen:
            return {'ref': self.seen[id(value)]}
        number = self.identify(value)
        if kind is list:
            return {'l': [self.encode(each) for each in value], '#': number}
        if kind is set:
            return {'set': sorted((self.encode(each) for each in value), key=canonical), '#': number}
        if kind is collections.deque:
            return {'deque': [self.encode(each) for each in value], 'bound': value.maxlen, '#': number}
        if kind in (dict, collections.OrderedDict, collections.defaultdict, collections.Counter):
            return {'d': [[self.encode(k), self.encode(v)] for k, v in value.items()], 'type': kind.__name__, '#': number}
        if isinstance(value, type) or callable(value) and hasattr(value, '__qualname__'):
            return {'name': value.__module__ + '.' + value.__qualname__}
        made = {'class': kind.__module__ + '.' + kind.__qualname__, '#': number}
        if isinstance(value, list):
            made['items'] = [self.encode(each) for each in value]
        if isinstance(value, dict):
            made['pairs'] = [[self.encode(k), self.encode(v)] for k, v in value.items()]
        if isinstance(value, tuple):
            made['arguments'] = [self.encode(each) for each in value]
        if getattr(value, '__dict__', None):
            made['state'] = [[k, self.encode(v)] for k, v in value.__dict__.items()]
        if getattr(kind, '__slots__', ()):
            made['slots'] = [[k, self.encode(getattr(value, k))] for k in kind.__slots__]
        return made

    def zone(self, zone):
        if zone is None:
            return None
        if isinstance(zone, zoneinfo.ZoneInfo):
            return zone.key
        offset = zone.utcoffset(None)
        return [offset.days, offset.seconds, offset.microseconds]


def canonical(value):
    return json.dumps(value, sort_keys=True)


def builtin_values():
    shared = [1, 2]
    cycle = []
    cycle.append(cycle)
    loop = {}
    loop['self'] = loop
    node = Plain(name='node')
    node.me = node
    inner = ([],)
    inner[0].append(inner)
    yield 'none', None
    yield 'booleans', [True, False]
    yield 'small integers', [0, 1, -1, 255, 256, 65535, 65536, -128, -129, 2 ** 31 - 1, 2 ** 31, -2 ** 31, -2 ** 31 - 1]
    yield 'wide integers', [2 ** 40, -2 ** 40, 2 ** 53, 2 ** 53 + 1, -2 ** 53 - 1, 2 ** 63, -2 ** 63, 2 ** 64, -2 ** 64, 10 ** 40, -10 ** 40]
    yield 'huge integer', 3 ** 4000
    yield 'floats', [0.0, -0.0, 1.0, 1.5, -1e308, 5e-324, 0.1, 1e16, 1e22, float('inf'), float('-inf'), float('nan'), 308.12909997079294]
    yield 'texts', ['', 'a', 'é', '€', '𝄞', 'a\nb\tc\r', 'back\\slash', '\\u0041', '\x00zero', '\ud800', '\udfffx', '\ufeffmark', "it's", '"', '\x1a', 'x' * 300, '日' * 300]
    yield 'bytes', [b'', b'a', bytes(range(256)), b'x' * 300, bytes(range(256)) * 3]
    yield 'bytes twice', [b'y' * 400] * 2 + [b'z' * 400]
    yield 'bytearrays', [bytearray(), bytearray(b'abc'), bytearray(range(256)) * 2]
    yield 'tuples', [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((),)]
    yield 'lists', [[], [[]], list(range(1100))]
    yield 'dictionaries', {'a': 1, 1: 'one', (1, 2): None, None: [], 2.5: 'x', True is None: 0, b'k': b'v', '1': 'text'}
    yield 'many keys', {str(i): i for i in range(1100)}
    yield 'hostile keys', {'__proto__': {'polluted': True}, 'constructor': 1, 'then': 2, 'toJSON': 3, 'hasOwnProperty': 4, '': 5, '\x00': 6}
    yield 'sets', [set(), {1, 2, 3}, frozenset(), frozenset(['a', (1,)]), {frozenset([1])}]
    yield 'complex', [1 + 2j, -0.5j, complex('nan+infj')]
    yield 'shared', [shared, shared, {'again': shared}]
    yield 'cycle in list', cycle
    yield 'cycle in dictionary', loop
    yield 'cycle in tuple', inner
    yield 'ranges', [range(3), range(1, 10, 2), range(10, 0, -3), slice(1, 2), slice(None), slice(None, None, -1)]
    yield 'ordered dictionary', collections.OrderedDict([('b', 1), ('a', 2)])
    yield 'default dictionary', collections.defaultdict(list, a=[1], b=[])
    yield 'counter', collections.Counter('abracadabra')
    yield 'deques', [collections.deque(), collections.deque([1, 2, 3]), collections.deque([1, 2, 3], 2)]
    yield 'dates', [datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.date(2024, 2, 29)]
    yield 'times', [datetime.time(), datetime.time(23, 59, 59, 999999), datetime.time(1, 2, fold=1), datetime.time(1, tzinfo=datetime.timezone.utc)]
    yield 'instants', [datetime.datetime(2020, 1, 2, 3, 4, 5, 6), datetime.datetime(2020, 10, 25, 2, 30, fold=1),
                       datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc),
                       datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))),
                       datetime.datetime(2020, 1, 1, tzinfo=zoneinfo.ZoneInfo('Europe/Berlin'))]
    yield 'durations', [datetime.timedelta(0), datetime.timedelta(-1, 1, 2), datetime.timedelta(999999999), datetime.timedelta(microseconds=-1)]
    yield 'decimals', [decimal.Decimal('1.10'), decimal.Decimal('-0E+5'), decimal.Decimal('NaN'), decimal.Decimal('Infinity')]
    yield 'fractions', [fractions.Fraction(1, 3), fractions.Fraction(-4), fractions.Fraction(10 ** 30, 7)]
    yield 'identifiers', [uuid.UUID(int=5), uuid.UUID('12345678-1234-5678-1234-567812345678')]
    yield 'paths', [pathlib.PurePosixPath('/a/b'), pathlib.PurePosixPath('a/b'), pathlib.PurePosixPath('.'), pathlib.PureWindowsPath('c:\\x\\y')]
    yield 'machine arrays', [array.array('d', [1.5, -2]), array.array('i', [1, -2]), array.array('B', [1, 255]), array.array('f', [0.5]), array.array('q', [-2 ** 62])]
    yield 'character arrays', [array.array('u', 'h\xe9\U0001f600'), array.array('u')]
    yield 'path segments', [pathlib.PurePosixPath('//a', './b', 'c/'), pathlib.PureWindowsPath('c:', 'rel'), pathlib.PureWindowsPath('//srv/share', 'x/y'), pathlib.PurePosixPath('a', '/b')]
    yield 'plain object', Plain(a=1, b=[2.0], c=Plain(d=None))
    yield 'object in a cycle', node
    yield 'slots', Slotted(1, 'x')
    yield 'list subclass', MyList([1, 2, 3])
    yield 'dictionary subclass', MyDict(a=1, b=2)
    yield 'named tuple', Point(1, 2.5)
    yield 'names', [len, dict, Plain, datetime.datetime]
    yield 'equal keys', {1: 'a', 'x': {2: 'b', 3.0: 'c'}}


def numpy_values():
    numbers = [0, 1, 2, 3, 4, 5]
    for code in ('?', 'i1', 'i2', 'i4', 'i8', 'u1', 'u2', 'u4', 'u8', 'f2', 'f4', 'f8', 'c8', 'c16'):
        yield 'array ' + code, np.array(numbers).astype(code).reshape(2, 3)
    for code in ('i2', 'i4', 'i8', 'u8', 'f2', 'f4', 'f8', 'c16'):
        yield 'array big-endian ' + code, np.array([1, 2, 250], dtype='>' + code)
    yield 'array longdouble', np.array([1, 0.1, -2], dtype='g')
    yield 'array of long complex', np.array([1 + 2j], dtype='G')
    yield 'array extremes i8', np.array([2 ** 63 - 1, -2 ** 63, 2 ** 53 + 1])
    yield 'array extremes u8', np.array([2 ** 64 - 1, 0], dtype='u8')
    yield 'array special floats', np.array([np.nan, np.inf, -np.inf, -0.0, 5e-324, 1.7976931348623157e308])
    yield 'array special halves', np.array([np.nan, np.inf, -np.inf, -0.0, 6e-8, 65504], dtype='f2')
    yield 'array fortran', np.asfortranarray(np.arange(24.).reshape(2, 3, 4))
    yield 'array transposed', np.arange(24).reshape(2, 3, 4).transpose(1, 0, 2)
    yield 'array strided', np.arange(20.).reshape(4, 5)[::2, ::-2]
    yield 'array without dimensions', np.array(3.5)
    yield 'array empty', np.zeros((0, 3))
    yield 'array empty fortran', np.zeros((3, 0), order='F')
    yield 'array of four dimensions', np.arange(16, dtype='i2').reshape(2, 2, 2, 2)
    yield 'array large', np.arange(300.)
    yield 'array of one column', np.arange(5.).reshape(5, 1)
    yield 'array texts', np.array(['a', 'éé', '𝄞', ''])
    yield 'array texts big-endian', np.array(['ab', 'é'], dtype='>U3')
    yield 'array bytes', np.array([b'ab', b'', b'c'])
    yield 'array raw', np.array([b'ab', b'cd'], dtype='V3')
    for unit in ('Y', 'M', 'W', 'D', 'h', 'm', 's', 'ms', 'us', 'ns', '25s'):
        yield 'array instants ' + unit, np.array(['2020-05-01', 'NaT', '1969-12-31'], dtype='M8[D]').astype('M8[%s]' % unit)
    yield 'array durations', np.array([1, -5, 'NaT'], dtype='m8[ms]')
    yield 'array durations generic', np.array([1, 2], dtype='m8')
    yield 'array instants big-endian', np.array(['2020-05-01', 'NaT'], dtype='>M8[s]')
    yield 'array objects', np.array([1, 'x', None, [1.5], {'k': (1,)}], dtype=object)
    yield 'array objects fortran', np.array([[1, 'x'], [None, 2.5]], dtype=object, order='F')
    yield 'array structured', np.array([(1, 2.5, 'x'), (3, -1, 'yy')], dtype=[('a', 'i4'), ('b', '>f8'), ('c', 'U2')])
    yield 'array structured aligned', np.array([(1, 2.5), (3, -1)], dtype=np.dtype([('a', 'i1'), ('b', 'f8')], align=True))
    yield 'array structured nested', np.array([((1, 2), [3, 4])], dtype=[('p', [('x', 'i2'), ('y', 'u1')]), ('q', 'f4', (2,))])
    yield 'array structured with objects', np.array([(1, 'x'), (2, None)], dtype=[('a', 'i4'), ('o', 'O')])
    yield 'array subarray of two', np.zeros(2, dtype=[('m', 'i2', (2, 2))])
    yield 'records', np.rec.array([(1, 2.5), (3, 4.5)], names='a,b')
    yield 'matrix', np.asmatrix(np.arange(4.).reshape(2, 2))
    yield 'masked', np.ma.array([1., 2, 3], mask=[0, 1, 0])
    yield 'masked of two dimensions', np.ma.array(np.arange(6).reshape(2, 3), mask=[[0, 1, 0], [1, 0, 0]])
    yield 'masked fortran', np.ma.array(np.arange(6).reshape(2, 3), mask=[[0, 1, 0], [1, 0, 0]], order='F')
    yield 'masked nowhere', np.ma.array([1, 2])
    yield 'scalars', [np.float64(1.5), np.float32(0.1), np.float16(0.5), np.int64(-5), np.int8(-1), np.uint64(2 ** 64 - 1), np.bool_(True), np.complex128(1 + 2j),
                      np.str_('é'), np.bytes_(b'ab'), np.datetime64('2020-01-01'), np.datetime64('NaT'), np.timedelta64(5, 'ms'), np.longdouble(1)]
    yield 'scalar structured with objects', np.array([(1, 'x')], dtype=[('a', 'i4'), ('o', 'O')])[0]
    yield 'array subarray of nothing', np.zeros(2, dtype=[('m', 'i2', (2, 0))])
    yield 'array shared', [np.arange(3)] * 2
    yield 'dtypes', [np.dtype('f8'), np.dtype('>i4'), np.dtype('U5'), np.dtype('M8[ns]')]
    yield 'dictionary of arrays', {'a': np.arange(3), 'b': np.ones((2, 2)), 'score': np.float64(0.5)}
    yield 'array in objects', np.array([np.arange(2), None], dtype=object)
    if NUMPY2:
        yield 'array variable texts', np.array(['a', 'longer text' * 10], dtype=np.dtypes.StringDType())


def dump(value, protocol):
    raw = pickle.dumps(value, protocol)
    assert repr(pickle.loads(raw)) is not None
    return raw


def iso(value):
    stamp = value.value if value.tz is None else value.tz_convert('UTC').value
    text = np.datetime_as_string(np.datetime64(stamp, 'ns'), unit='ns')
    text = text.rstrip('0').rstrip('.') if '.' in text else text
    return text + ('Z' if value.tz is not None else '')


def cell(value):
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, pd.Timestamp):
        return iso(value)
    if isinstance(value, pd.Timedelta):
        return {'ns': str(value.value)}
    if isinstance(value, (pd.Period, pd.Interval, decimal.Decimal, datetime.date)):
        return str(value)
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return {'n': str(int(value))}
    if isinstance(value, (float, np.floating)):
        return {'n': repr(float(value))}
    return value if isinstance(value, str) else repr(value)


def table(value):
    if isinstance(value, (pd.Index, pd.api.extensions.ExtensionArray)):
        return {'columns': [{'name': str(getattr(value, 'name', None) or ('value' if not isinstance(value, pd.Index) else 'index')), 'cells': [None if gone else cell(each) for gone, each in zip(pd.isna(value), value)]}], 'index': []}
    frame = value.to_frame(name='value' if value.name is None else value.name) if isinstance(value, pd.Series) else value
    columns = []
    for at, name in enumerate(frame.columns):
        title = ' / '.join(str(each) for each in name) if isinstance(name, tuple) else str(name)
        column = frame.iloc[:, at]
        missing = column.isna().tolist() if str(column.dtype).startswith(('category', 'interval')) else [False] * len(column)
        columns.append({'name': title, 'cells': [None if gone else cell(each) for gone, each in zip(missing, column.tolist())]})
    plain = isinstance(frame.index, pd.RangeIndex) and frame.index.start == 0 and frame.index.step == 1 and frame.index.name is None
    levels = [] if plain else [[cell(each) for each in frame.index.get_level_values(i)] for i in range(frame.index.nlevels)]
    return {'columns': columns, 'index': levels}


def pandas_values():
    yield 'frame', pd.DataFrame({'a': [1, 2, 3], 'b': [1.5, np.nan, -0.0], 'c': ['x', None, 'z']})
    yield 'frame empty', pd.DataFrame({'a': [], 'b': []})
    yield 'frame transposed', pd.DataFrame(np.arange(6.).reshape(3, 2)).T
    yield 'frame of mixed blocks', pd.DataFrame({'i': [1, 2], 'f': [1.0, 2.0], 'j': [3, 4], 's': ['a', 'b'], 'g': [0.5, 0.25], 'u': np.array([1, 2], dtype='u1'), 'k': [True, False]})
    yield 'frame nullable', pd.DataFrame({'i': pd.array([1, None], dtype='Int64'), 'b': pd.array([True, None], dtype='boolean'), 'f': pd.array([1.5, None], dtype='Float64'), 's': pd.array(['p', None], dtype='string')})
    yield 'frame instants', pd.DataFrame({'d': pd.to_datetime(['2020-01-01 10:20:30.5', None]), 'e': pd.to_datetime(['1960-01-01', '2020-02-29']), 'z': pd.to_datetime(['2020-06-01 12:00', None], utc=True).tz_convert('Europe/Berlin'), 't': pd.to_timedelta([1, None], unit='s')})
    yield 'frame categories', pd.DataFrame({'c': pd.Categorical(['u', 'v', None, 'u'], categories=['v', 'u', 'w']), 'n': pd.Categorical([3, 1, 1, 3], ordered=True)})
    yield 'frame with labels', pd.DataFrame({'a': [1, 2]}, index=['r1', 'r2'])
    yield 'frame with dates as labels', pd.DataFrame({'a': [1, 2]}, index=pd.date_range('2020-01-01', periods=2))
    yield 'frame with levels', pd.DataFrame({'a': [1, 2]}, index=pd.MultiIndex.from_tuples([('x', 1), ('y', 2)], names=['p', 'q']))
    yield 'frame with column levels', pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([('x', 1), ('y', 2)]))
    yield 'frame with numbers as names', pd.DataFrame(np.arange(4).reshape(2, 2))
    yield 'frame with odd index', pd.DataFrame({'a': [1, 2]}, index=pd.RangeIndex(5, 15, 5))
    yield 'frame of timestamps as objects', pd.DataFrame({'o': pd.Series([pd.Timestamp('2020-01-01'), 'x', None, 5], dtype=object)})
    yield 'frame sliced', pd.DataFrame({'a': [1, 2, 3], 'b': [4, 5, 6]})[['b', 'a']].iloc[::2]
    yearly, hourly = ('Y', 'h') if NUMPY2 else ('A', 'H')
    yield 'frame periods', pd.DataFrame({each: pd.PeriodIndex(['2020-03-02 10:20', None, '1969-12-30'], freq=each) for each in (yearly, 'Q', 'M', 'W', 'W-TUE', 'B', 'D', hourly)})
    yield 'frame intervals', pd.DataFrame({'i': pd.interval_range(0, 2), 'f': pd.arrays.IntervalArray.from_tuples([(0.5, 1), np.nan], closed='left'), 'c': pd.cut([1, 9], 3)})
    yield 'frame labelled by intervals', pd.DataFrame({'a': [1, 2]}, index=pd.interval_range(0, 2))
    yield 'frame sparse', pd.DataFrame({'s': pd.arrays.SparseArray([0, 0, 1]), 'f': pd.arrays.SparseArray([np.nan, 1.5, np.nan])})
    yield 'frame of scalars as objects', pd.DataFrame({'o': pd.Series([pd.Period('2020-01'), pd.Interval(0, 1), pd.Timedelta('5s'), pd.NaT, pd.NA], dtype=object)})
    yield 'frame with names twice', pd.DataFrame([[1, 2.5, 'x']], columns=['a', 'a', 'b'])
    yield 'frame without columns', pd.DataFrame(index=[1, 2])
    yield 'index', pd.Index([1.5, 2.5], name='t')
    yield 'categorical', pd.Categorical(['a', None, 'a'])
    if pyarrow is not None:
        yield 'frame of Arrow', pd.DataFrame({'s': pd.array(['a', None, 'é€'], dtype='string[pyarrow]'), 'i': pd.array([1, None, 2], dtype='int64[pyarrow]'), 'b': pd.array([True, None, False], dtype='bool[pyarrow]'),
                                              'd': pd.array([datetime.date(2020, 1, 1), None, datetime.date(1969, 12, 31)], dtype=pd.ArrowDtype(pyarrow.date32())), 'm': pd.array([decimal.Decimal('1.50'), None, decimal.Decimal('-0.05')], dtype=pd.ArrowDtype(pyarrow.decimal128(5, 2))),
                                              'k': pd.array(['x', 'y', None], dtype=pd.ArrowDtype(pyarrow.dictionary(pyarrow.int8(), pyarrow.string())))}).iloc[1:]
    yield 'series', pd.Series([1.5, 2.5], name='s')
    yield 'series without name', pd.Series(['a', 'b'])
    yield 'series of categories', pd.Series(pd.Categorical(['a', 'b', 'a']))
    yield 'series sparse', pd.Series(pd.arrays.SparseArray([0, 0, 1, 2]))
    yield 'series of wide integers', pd.Series([2 ** 62, -2 ** 62 + 1])


def varint(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


def thrift(fields):
    """A struct of Thrift's compact protocol: {id: int | ('long', int) | bytes | dict | list}."""
    out, last = b'', 0
    for number, value in fields.items():
        kind, body = thrift_value(value)
        out += bytes([(number - last) << 4 | kind]) + body
        last = number
    return out + b'\0'


def thrift_value(value):
    if isinstance(value, int):
        return 5, varint(value << 1)
    if isinstance(value, tuple):
        return 6, varint(value[1] << 1)
    if isinstance(value, bytes):
        return 8, varint(len(value)) + value
    if isinstance(value, dict):
        return 12, thrift(value)
    parts = [thrift_value(each) for each in value]
    return 9, bytes([len(parts) << 4 | parts[0][0]]) + b''.join(each for _, each in parts)


def parquet():
    """Two required columns, one plain and one packed with gzip."""
    names = [b'one', b'two', b'three']
    plain = [(b'n', 5, 0, np.array([1.5, -2, np.nan]).tobytes()),
             (b't', 6, 2, b''.join(len(each).to_bytes(4, 'little') + each for each in names))]
    out, chunks = b'PAR1', []
    for name, kind, codec, raw in plain:
        packed = gzip.compress(raw, mtime=0) if codec else raw
        header = thrift({1: 0, 2: len(raw), 3: len(packed), 5: {1: 3, 2: 0, 3: 3, 4: 3}})
        size = ('long', len(header) + len(packed))
        chunks.append({2: ('long', len(out)), 3: {1: kind, 2: [0], 3: [name], 4: codec, 5: ('long', 3), 6: size, 7: size, 9: ('long', len(out))}})
        out += header + packed
    schema = [{4: b'schema', 5: 2}, {1: 5, 3: 0, 4: b'n'}, {1: 6, 3: 0, 4: b't', 6: 0}]
    footer = thrift({1: 1, 2: schema, 3: ('long', 3), 4: [{1: chunks, 2: ('long', len(out)), 3: ('long', 3)}]})
    return out + footer + len(footer).to_bytes(4, 'little') + b'PAR1'


def files():
    """One small file of each other format."""
    made = {'parquet': parquet(), 'pdf': b'%PDF-1.4\n%%EOF\n'}

    def written(save):
        out = io.BytesIO()
        save(out)
        return out.getvalue()

    grid = np.asfortranarray(np.arange(6, dtype='>i4').reshape(2, 3))
    made['npy'] = written(lambda out: np.save(out, grid))
    made['npy objects'] = written(lambda out: np.save(out, np.array([1, 'x', None], dtype=object)))
    made['npy structured'] = written(lambda out: np.save(out, np.array([(1, 'x')], dtype=[('a', 'i4'), ('b', 'U2')])))
    made['npz'] = written(lambda out: np.savez_compressed(out, x=np.arange(3), y=np.ones((2, 2))))
    made['npz of one'] = written(lambda out: np.savez(out, x=np.arange(3.)))
    made['gzip'] = gzip.compress(b'a,b\n1,2\n3,4\n', mtime=0)
    made['zlib'] = zlib.compress(b'[1, 2, NaN]')

    def tar(out, names):
        with tarfile.open(fileobj=out, mode='w') as archive:
            for name, content in names:
                member = tarfile.TarInfo(name)
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))

    made['tar'] = written(lambda out: tar(out, [('outputs/' + 'long/' * 30 + 'result', b'[1, 2]'), ('outputs/log.txt', b'hello\n')]))
    made['tar of one'] = written(lambda out: tar(out, [('result', pickle.dumps(np.arange(3.)))]))

    def zipped(out):
        with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
            for name, content in [('../evil.txt', b'hello'), ('folder/', b''), ('data.json', b'{"a": 1}')]:
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)

    made['zip'] = written(zipped)
    if Image is not None:
        picture = Image.fromarray(np.arange(6 * 4 * 3, dtype='u1').reshape(4, 6, 3))
        for kind in ('png', 'jpeg', 'webp', 'gif', 'tiff'):
            made[kind] = written(lambda out: picture.save(out, kind))
    return {name: b64(raw) for name, raw in made.items()}


def main():
    label = sys.argv[1]
    folder = pathlib.Path(__file__).resolve().parent.parent / 'lib' / 'results' / 'unpickle' / 'fixtures'
    folder.mkdir(parents=True, exist_ok=True)
    cases = []
    groups = [numpy_values()] if NUMPY2 else [builtin_values(), numpy_values()]
    for group in groups:
        for name, value in group:
            pickles = {}
            expected = Encoder().encode(value)
            for protocol in range(6):
                try:
                    raw = dump(value, protocol)
                except (TypeError, pickle.PicklingError):
                    continue
                if raw not in pickles.values():
                    pickles[str(protocol)] = raw
            if pickle.HIGHEST_PROTOCOL >= 5:
                buffers = []
                raw = pickle.dumps(value, 5, buffer_callback=buffers.append)
                outside = [b64(each.raw()) for each in buffers]
            case = {'name': name, 'expected': expected, 'pickles': {key: b64(each) for key, each in pickles.items()}}
            lossy = {key: Encoder().encode(pickle.loads(each)) for key, each in pickles.items()}
            lossy = {key: each for key, each in lossy.items() if canonical(each) != canonical(expected)}
            if lossy:
                case['lossy'] = lossy
            if outside:
                case['outOfBand'] = {'pickle': b64(raw), 'buffers': outside}
            cases.append(case)
    modules = {'numpy': np, 'pandas': pd, 'pyarrow': pyarrow, 'joblib': joblib}
    versions = ['%s %s' % (name, module.__version__) for name, module in modules.items() if module is not None]
    made = {'stack': ', '.join(['CPython ' + sys.version.split()[0], *versions]), 'cases': cases}
    if pd is not None:
        made['tables'] = [{'name': name, 'expected': table(value), 'pickles': {str(p): b64(pickle.dumps(value, p)) for p in (0, 2, 4, 5)}}
                          for name, value in pandas_values()]
    if joblib is not None:
        made['joblib'] = []
        for name, value in [('dictionary', {'a': np.arange(4.), 'o': np.array(['x', None], dtype=object), 'f': np.asfortranarray(np.arange(6).reshape(2, 3))}),
                            ('array', np.arange(6, dtype='>i4').reshape(2, 3)), ('list', [1, 'a'])]:
            out = io.BytesIO()
            joblib.dump(value, out)
            made['joblib'].append({'name': name, 'expected': Encoder().encode(value), 'pickle': b64(out.getvalue())})
    if GaussianProcessRegressor is not None:
        model = GaussianProcessRegressor().fit([[0.], [1.], [2.]], [0., 1., 4.])
        made['estimator'] = {'pickle': b64(pickle.dumps(model, 4)), 'class': type(model).__module__ + '.' + type(model).__name__,
                             'attributes': sorted(model.__dict__), 'alpha_': Encoder().encode(model.alpha_)}
    if not NUMPY2:
        made['files'] = files()
    made['disassembly'] = []
    for case in cases[::3]:
        for raw in list(case['pickles'].values())[:6:2]:
            listing = [[position, opcode.name] for opcode, _, position in pickletools.genops(base64.b64decode(raw))]
            if len(listing) < 300:
                made['disassembly'].append({'pickle': raw, 'listing': ' '.join('%d:%s' % tuple(each) for each in listing)})
    path = folder / (label + '.json')
    text = json.dumps(made, separators=(',', ':'))
    path.write_text(text + '\n')
    print('%s: %d cases, %d kB' % (path.name, len(cases), len(text) // 1024))


main()
