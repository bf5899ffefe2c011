namespace Akka;

/// <summary>A value where a type is wanted and there is nothing to say.</summary>
public sealed class NotUsed : IEquatable<NotUsed>
{
    public static readonly NotUsed Instance = new();

    private NotUsed()
    {
    }

    public bool Equals(NotUsed? other) => other is not null;

    public override bool Equals(object? obj) => obj is NotUsed;

    public override int GetHashCode() => 0;

    public override string ToString() => "()";
}
