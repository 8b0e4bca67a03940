-- Who took part besides the contact: what is asked for their last contact.
CREATE INDEX "activities_others" ON "activities" USING GIN ("otherContactIds") WHERE ("otherContactIds" <> '{}');
