using System.Buffers;

namespace Akka.Actor;

/// <summary>Where an actor stands in the tree of its system: <c>akka://system/user/room</c>.</summary>
public sealed class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>
{
    private const string Symbols = "\"-_.*$+:@&=,!~';()";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + Symbols);

    private readonly string _root;

    /// <summary>A root, such as <c>akka://system</c>.</summary>
    internal ActorPath(string root)
    {
        _root = root;
        Name = "";
        Parent = this;
    }

    internal ActorPath(ActorPath parent, string name, long uid)
    {
        _root = parent._root;
        Parent = parent;
        Name = name;
        Uid = uid;
    }

    public string Name { get; }

    /// <summary>The path above this one; a root is its own parent.</summary>
    public ActorPath Parent { get; }

    /// <summary>Tells two actors apart that had the same path one after the other; 0 where there is no actor.</summary>
    public long Uid { get; }

    public int Depth => IsRoot ? 0 : Parent.Depth + 1;

    public ActorPath Root => IsRoot ? this : Parent.Root;

    /// <summary>The names from the root down.</summary>
    public IReadOnlyList<string> Elements => IsRoot ? [] : [.. Parent.Elements, Name];

    private bool IsRoot => ReferenceEquals(Parent, this);

    public static ActorPath operator /(ActorPath path, string name) => path.Child(name);

    public static bool operator ==(ActorPath? left, ActorPath? right) => left?.Equals(right) ?? right is null;

    public static bool operator !=(ActorPath? left, ActorPath? right) => !(left == right);

    /// <summary>Whether an actor may bear this name.</summary>
    public static bool IsValidPathElement(string s) =>
        !string.IsNullOrEmpty(s) && s[0] != '$' && IsWellFormed(s);

    public ActorPath Child(string childName) => new(this, childName, 0);

    public string ToStringWithoutAddress() => IsRoot ? "/" : "/" + string.Join('/', Elements);

    public string ToStringWithUid() => Uid == 0 ? ToString() : $"{this}#{Uid}";

    public override string ToString() => _root + ToStringWithoutAddress();

    /// <summary>Paths are equal when they name the same place; the uid does not count.</summary>
    public bool Equals(ActorPath? other)
    {
        if (other is null || _root != other._root)
            return false;

        ActorPath one = this, two = other;
        while (!ReferenceEquals(one, two))
        {
            if (one.IsRoot || two.IsRoot)
                return one.IsRoot && two.IsRoot;
            if (one.Name != two.Name)
                return false;
            (one, two) = (one.Parent, two.Parent);
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    public override int GetHashCode() => HashCode.Combine(_root, Name);

    public int CompareTo(ActorPath? other) => string.CompareOrdinal(ToString(), other?.ToString());

    private static bool IsWellFormed(string s)
    {
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] == '%' && i + 2 < s.Length && char.IsAsciiHexDigit(s[i + 1]) && char.IsAsciiHexDigit(s[i + 2]))
                i += 2;
            else if (!Allowed.Contains(s[i]))
                return false;
        }

        return true;
    }
}
