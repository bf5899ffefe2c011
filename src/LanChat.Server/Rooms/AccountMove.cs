using LanChat.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Rooms;

/// <summary>What is to be persisted when the names and roles of an account move.</summary>
/// <param name="Nicks">The nicknames.</param>
/// <param name="Rooms">The roles and first entries in rooms.</param>
internal sealed record AccountMove(IReadOnlyList<RegistryChange> Nicks, IReadOnlyList<ServerChange> Rooms)
{
    /// <summary>Nothing moves.</summary>
    public static readonly AccountMove None = new([], []);
}
