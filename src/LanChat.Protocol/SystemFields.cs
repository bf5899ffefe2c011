namespace LanChat.Protocol;

/// <summary>
/// A system message as fields, for wires, stores and exports: they need to know no event.
/// </summary>
/// <param name="About">The member whom it is about, by the new nickname.</param>
/// <param name="Was">The nickname before a rename.</param>
/// <param name="Event">
/// The event, if the kind does not determine it; lower case with hyphens.
/// </param>
/// <param name="Lost">The number of lost messages.</param>
public readonly record struct SystemFields(
    Member? About = null, string? Was = null, string? Event = null, long? Lost = null);
