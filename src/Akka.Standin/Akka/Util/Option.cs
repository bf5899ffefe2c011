namespace Akka.Util;

/// <summary>A value, or none.</summary>
public readonly struct Option<T> : IEquatable<Option<T>>
{
    public static readonly Option<T> None = default;

    private Option(T value)
    {
        Value = value;
        HasValue = true;
    }

    public bool HasValue { get; }

    public bool IsEmpty => !HasValue;

    /// <summary>The default of its type if there is none.</summary>
    public T Value { get; } = default!;

    public static Option<T> Create(T value) => value is null ? None : new Option<T>(value);

    public static implicit operator Option<T>(T value) => Create(value);

    public T GetOrElse(T fallbackValue) => HasValue ? Value : fallbackValue;

    public Option<TNew> Select<TNew>(Func<T, TNew> selector) => HasValue ? selector(Value) : Option<TNew>.None;

    public bool Equals(Option<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Option<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(HasValue, Value);

    public override string ToString() => HasValue ? $"Some<{Value}>" : "None";

    public static bool operator ==(Option<T> left, Option<T> right) => left.Equals(right);

    public static bool operator !=(Option<T> left, Option<T> right) => !left.Equals(right);
}
