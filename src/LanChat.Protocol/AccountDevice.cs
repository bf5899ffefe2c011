namespace LanChat.Protocol;

/// <summary>A device of an account, as its owner sees it.</summary>
/// <param name="Number">Names the device in <see cref="AccountRequest.Unlink"/>.</param>
/// <param name="Name">What its client calls it; empty: unknown.</param>
public sealed record AccountDevice(int Number, string Name)
{
    /// <summary>The day it was used last, UTC; null: unknown.</summary>
    public DateOnly? Used { get; init; }

    /// <summary>Whether it is connected.</summary>
    public bool IsHere { get; init; }

    /// <summary>Whether it is the one that asks.</summary>
    public bool IsThis { get; init; }
}
