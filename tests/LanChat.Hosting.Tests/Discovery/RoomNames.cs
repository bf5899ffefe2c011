using LanChat.Protocol;

namespace LanChat.Discovery.Tests;

/// <summary>Valid room names.</summary>
internal static class RoomNames
{
    public static RoomName Room(string text) =>
        RoomName.TryCreate(text, out var name) ? name : throw new ArgumentException(text);
}
