namespace Akka.Configuration.Hocon;

/// <summary>
/// The grammar of HOCON. Where the package overlooks what is malformed (an unclosed brace, a stray one, a missing value)
/// this one refuses, because what was meant by it cannot be told.
/// </summary>
internal sealed class HoconParser
{
    private readonly HoconReader _reader;
    private readonly List<HoconSubstitution> _substitutions = [];

    private HoconParser(string text) => _reader = new HoconReader(text);

    public static HoconValue Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new HoconParser(text);
        var root = parser.ParseRoot();
        HoconResolver.Resolve(root, parser._substitutions, parser._reader);
        return root;
    }

    private HoconValue ParseRoot()
    {
        var root = new HoconObject();
        _reader.SkipBlanksAndComments();
        var opened = _reader.Position;
        if (_reader.TrySkip("{"))
            ParseFields(root, opened);
        else
            ParseFields(root, null);
        _reader.SkipBlanksAndComments();
        return _reader.AtEnd ? HoconValue.Of(root) : throw _reader.Error($"unexpected {_reader.Next} after the closing brace");
    }

    /// <summary>Reads to the brace that closes the one at <paramref name="opened"/>; at a root without braces, to the end.</summary>
    private void ParseFields(HoconObject owner, int? opened)
    {
        while (true)
        {
            _reader.SkipBlanksAndComments();
            if (_reader.AtEnd)
            {
                if (opened is { } brace)
                    throw _reader.Error("this { is never closed", brace);
                return;
            }

            if (_reader.At("}"))
            {
                if (opened is null)
                    throw _reader.Error("} without {");
                _reader.TrySkip("}");
                return;
            }

            ParseField(owner);
            _reader.ReadBlanks();
            _reader.TrySkip(",");
        }
    }

    private void ParseField(HoconObject owner)
    {
        while (true)
        {
            var key = ParseKey();
            var value = owner.GetOrCreateKey(key);
            _reader.SkipBlanksAndComments();
            var position = _reader.Position;
            if (_reader.TrySkip("."))
            {
                owner = ObjectIn(value);
                _reader.SkipBlanksAndComments();
                continue;
            }

            if (_reader.TrySkip("{"))
                ParseFields(ObjectIn(value), position);
            else if (_reader.TrySkip("=") || _reader.TrySkip(":"))
                ParseValue(value, key);
            else
                throw _reader.Error($"= is missing after {key}");
            return;
        }
    }

    private string ParseKey()
    {
        if (_reader.TrySkip("\""))
            return _reader.ReadQuoted();

        var key = _reader.ReadBareKey();
        if (key.Length == 0)
            throw _reader.Error(_reader.AtEnd ? "a key is missing" : $"unexpected {_reader.Next}");
        if (key == "include" && _reader.At("\""))
            throw _reader.Error("include is not supported");
        return key;
    }

    private static HoconObject ObjectIn(HoconValue value)
    {
        if (value.GetObject() is { } existing)
            return existing;
        var created = new HoconObject();
        value.Clear();
        value.Append(created);
        return created;
    }

    private void ParseValue(HoconValue value, string key)
    {
        _reader.SkipBlanksAndComments();
        var position = _reader.Position;
        if (_reader.TrySkip("{"))
        {
            ParseFields(ObjectIn(value), position);
            EndValue(key);
            return;
        }

        value.Clear();
        var blanks = "";
        while (ParseElement(value) is { } element)
        {
            if (blanks.Length > 0)
                value.Append(new HoconLiteral(blanks));
            value.Append(element);
            blanks = _reader.ReadBlanks();
        }

        if (value.Elements.Count == 0)
            throw _reader.Error($"the value of {key} is missing", position);
        EndValue(key);
    }

    private void EndValue(string key)
    {
        _reader.ReadBlanks();
        if (_reader.Next is '=' or ':')
            throw new ConfigurationException(_reader.Error($"the value of {key} contains {_reader.Next} and must be quoted").Message);
        if (!_reader.AtEnd && !_reader.AtLineEnd && _reader.Next is not (',' or '}' or ']'))
            throw _reader.Error($"unexpected {_reader.Next} in the value of {key}");
    }

    private IHoconElement? ParseElement(HoconValue owner)
    {
        var position = _reader.Position;
        if (_reader.TrySkip("\"\"\""))
            return new HoconLiteral(_reader.ReadUntil("\"\"\""));
        if (_reader.TrySkip("\""))
            return new HoconLiteral(_reader.ReadQuoted());
        if (_reader.TrySkip("["))
            return ParseArray(position);
        if (_reader.TrySkip("${"))
        {
            var substitution = new HoconSubstitution(owner, _reader.ReadUntil("}"), position);
            _substitutions.Add(substitution);
            return substitution;
        }

        return _reader.AtBareText ? new HoconLiteral(_reader.ReadBareText()) : null;
    }

    private HoconArray ParseArray(int opened)
    {
        var items = new List<HoconValue>();
        while (true)
        {
            _reader.SkipBlanksAndComments();
            if (_reader.AtEnd)
                throw _reader.Error("this [ is never closed", opened);
            if (_reader.TrySkip("]"))
                return new HoconArray(items);

            var item = new HoconValue();
            ParseValue(item, "the array");
            items.Add(item);
            _reader.SkipBlanksAndComments();
            _reader.TrySkip(",");
        }
    }
}
