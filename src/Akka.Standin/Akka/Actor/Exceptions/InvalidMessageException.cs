using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>What was told is not a message: null.</summary>
public class InvalidMessageException : AkkaException
{
    public InvalidMessageException(string message) : base(message)
    {
    }

    internal static void ThrowIfNull([NotNull] object? message)
    {
        if (message is null)
            Throw();
    }

    [DoesNotReturn]
    private static void Throw() => throw new InvalidMessageException("Message is null");
}
